"""What people type in task forces: one file per subject."""
