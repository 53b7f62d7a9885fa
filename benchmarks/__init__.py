"""Figures this project holds itself to, measured as ratios in one run (docs/benchmarks.md)."""
