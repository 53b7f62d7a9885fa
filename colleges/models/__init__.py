"""The colleges and groups, the organisations placed by hand, the ambassadors with their kit, the Bureau."""

from colleges.models.ambassador import Ambassador
from colleges.models.ambassador_activity import AmbassadorActivity
from colleges.models.bureau_mandate import BureauMandate
from colleges.models.gathering import College, Group, Placement
from colleges.models.kit import KitItem

__all__ = ["Ambassador", "AmbassadorActivity", "BureauMandate", "College", "Group", "KitItem", "Placement"]
