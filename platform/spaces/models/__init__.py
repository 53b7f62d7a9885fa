"""Rooms, those who were let in one by one, and when each was there last."""

from spaces.models.belonging import belonging, moderating
from spaces.models.membership import Membership
from spaces.models.space import LEADERS, Space
from spaces.models.visit import Visit

__all__ = ["LEADERS", "Membership", "Space", "Visit", "belonging", "moderating"]
