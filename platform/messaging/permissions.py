"""Rows of the permission matrix about writing to organisations."""

import rules

from core.permissions import veto
from messaging.models.message import Message


@rules.predicate
def takes_part(user, conversation):
    """She began it, or speaks for the organisation now, or stands in where nobody does."""
    return conversation is not None and conversation.side_of(user) is not None


@rules.predicate
def began(user, conversation):
    """The conversation is her own."""
    return conversation is not None and conversation.starter_id == user.pk


@rules.predicate
def answers(user, conversation):
    """She is on the side of the organisation."""
    return takes_part(user, conversation) and conversation.side_of(user) != Message.Side.PERSON


@rules.predicate
def speaks_for_its_organisation(user, block):
    """She speaks for the organisation that blocked."""
    return block is not None and type(block).objects.visible_to(user).filter(pk=block.pk).exists()


@rules.predicate
def is_involved(user, report):
    """She reported it, or it is about her."""
    return report is not None and user.pk in (report.reporter_id, report.about_id)


rules.add_perm("messaging.reply_conversation", takes_part)
rules.add_perm("messaging.report_conversation", takes_part)
rules.add_perm("messaging.close_conversation", began)
rules.add_perm("messaging.block_conversation", answers)
rules.add_perm("messaging.lift_block", speaks_for_its_organisation)

# Nobody speaks in another's place, whatever her role.
veto("messaging.reply_conversation", ~takes_part)
veto("messaging.report_conversation", ~takes_part)
veto("messaging.close_conversation", ~began)
veto("messaging.block_conversation", ~answers)
veto("messaging.lift_block", ~speaks_for_its_organisation)
# And nobody settles what she reported, or what is about her.
veto("messaging.settle_report", is_involved)
