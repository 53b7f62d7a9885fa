from core.history import keep_history
from spaces.models import Membership, Space

keep_history(Space, exclude=["region"])
keep_history(Membership)
