"""What of this app moves when two rows turn out to be one organisation."""

from django.utils.translation import gettext_lazy as _

from partners.models.merging import moves
from practices.models import Practice, Version


@moves(_("Practice datasheets"), lambda partner: Practice.objects.filter(organisation=partner))
def move_practices(old, new):
    Practice.objects.filter(organisation=old).update(organisation=new)


@moves(_("Published versions of datasheets"), lambda partner: Version.objects.filter(organisation=partner))
def move_versions(old, new):
    """What was published stays what it was; the organisation it names is the same one under its other row."""
    Version.objects.filter(organisation=old).update(organisation=new)
