"""Forms about notices and mails."""
