"""Pages of ideas and Project Teams."""
