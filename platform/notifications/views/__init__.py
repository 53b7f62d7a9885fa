"""My notices, and which mails I get."""
