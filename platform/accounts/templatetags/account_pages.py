"""What the pages about one's own account share."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.second_factor import due_at_for

register = template.Library()


@register.simple_tag(takes_context=True)
def account_tabs(context):
    """The tabs of the account pages, as components/tabs.html wants them."""
    tabs = [
        (_("Profile"), "accounts:profile", {"accounts:profile"}),
        (_("Mails"), "notifications:settings", {"notifications:settings"}),
        (_("Sign-in and security"), "mfa_index", None),
        (_("Sessions"), "usersessions_list", {"usersessions_list"}),
        (_("Keys for programs"), "keys:list", {"keys:list"}),
        (_("My data"), "accounts:data", {"accounts:data", "accounts:erase"}),
    ]
    match = context["request"].resolver_match
    here = match.view_name if match else ""
    elsewhere = set().union(*(names for _title, _name, names in tabs if names))
    return [
        {
            "title": title,
            "url": reverse(name),
            "is_current": here in names if names else here not in elsewhere,
        }
        for title, name, names in tabs
    ]


@register.simple_tag(takes_context=True)
def second_factor_needed_from(context):
    """The moment from which the person reading must have a second factor; None when she has or needs none."""
    return due_at_for(context["request"])


# First match wins: most browsers also call themselves by the name of an older one.
BROWSERS = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")]
SYSTEMS = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
]


@register.filter
def browser(user_agent):
    """ "Firefox, Linux" from what a browser says about itself."""
    names = [next((name for sign, name in signs if sign in user_agent), "") for signs in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, names)) or _("Unknown browser")
