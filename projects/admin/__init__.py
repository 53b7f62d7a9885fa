"""What the secretariat does with ideas and Project Teams: one file per thing it works on."""

from projects.admin import ideas, teams

__all__ = ["ideas", "teams"]
