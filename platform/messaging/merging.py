"""What of this app moves when two rows turn out to be one organisation."""

from django.utils.translation import gettext_lazy as _

from messaging.models import Block, Conversation
from partners.models.merging import moves, rows_of


@moves(_("Conversations"), rows_of("messaging.Conversation"))
def move_conversations(old, new):
    Conversation.objects.filter(partner=old).update(partner=new)


@moves(_("Blocked people"), rows_of("messaging.Block"))
def move_blocks(old, new):
    """Whom both had blocked is blocked once."""
    blocked = Block.objects.filter(partner=new).values("person")
    Block.objects.filter(partner=old, person__in=blocked).delete()
    Block.objects.filter(partner=old).update(partner=new)
