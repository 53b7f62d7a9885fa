"""What the secretariat does with the strategy: one file per thing it works on."""

from objectives.admin import plan, strategy

__all__ = ["plan", "strategy"]
