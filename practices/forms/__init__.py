"""What people type about practices: one module for each task."""
