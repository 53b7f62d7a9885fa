"""Lists of task forces as files: one file per subject."""
