"""No translated fields here yet: this file is where history is registered, after every translator."""

from core.history import keep_history
from partners.models import Affiliation, Partner

keep_history(Partner)
keep_history(Affiliation)
