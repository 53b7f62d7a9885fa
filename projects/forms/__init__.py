"""What people type around ideas and Project Teams."""
