"""Lists from spreadsheets: each line judged by the rules of the house; all are written, or none."""
