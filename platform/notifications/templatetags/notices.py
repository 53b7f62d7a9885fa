from django import template

register = template.Library()


@register.simple_tag
def words_of(activity):
    """The message that was written with `activity`, a question or an answer; "" when there is none."""
    message = activity.object.messages.filter(created_at__lte=activity.created_at).order_by("created_at").last()
    return message.text if message else ""
