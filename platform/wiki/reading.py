"""A page as its readers see it: its links lead to what is written, or to where it can be written."""

from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from wiki.markup import as_html, references
from wiki.models import Page


def page_as_html(text, space, *, may_post, mark="part"):
    """`text` as safe HTML, in one question. Links to what is not written lead those who may post to a new page.

    Where two texts stand on one page, each has headings with a `mark` of its own.
    """
    found = references(text)
    written = addresses(space, found)

    def link_of(one):
        if one.slug in written:
            return reverse("wiki:page", args=[space.slug, written[one.slug]]), True
        new = f"{reverse('wiki:write', args=[space.slug])}?{urlencode({'title': one.title})}"
        return new if may_post else None, False

    return as_html(text, link_of, mark)


def addresses(space, slugs):
    """{address: the present address} of those of `slugs` where a standing page lies, or lay before it was renamed."""
    if not slugs:
        return {}
    pages = Page.objects.standing().filter(space=space).filter(Q(slug__in=slugs) | Q(old_addresses__slug__in=slugs))
    known = {}
    for now, before in pages.order_by().values_list("slug", "old_addresses__slug"):
        known |= {now: now} | ({before: now} if before else {})
    return known
