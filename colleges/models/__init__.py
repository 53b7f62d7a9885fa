"""The colleges and groups, plans of action, organisations placed by hand, ambassadors with their kit, the Bureau."""

from colleges.models.action import Action
from colleges.models.ambassador import Ambassador
from colleges.models.ambassador_activity import AmbassadorActivity
from colleges.models.bureau_mandate import BureauMandate
from colleges.models.gathering import College, Group, Placement
from colleges.models.kit import KitItem

__all__ = ["Action", "Ambassador", "AmbassadorActivity", "BureauMandate", "College", "Group", "KitItem", "Placement"]
