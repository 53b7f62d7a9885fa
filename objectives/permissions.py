"""Rows of the permission matrix about the strategic plan: only the secretariat's group edits it."""
