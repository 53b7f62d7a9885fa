"""Where pages lead: to each other, to pages nobody has written yet, and from old titles to new ones."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from wiki.markup import LONGEST_TITLE
from wiki.titles import LONGEST_ADDRESS


class Link(models.Model):
    """A page names the title of another one of its space, as its present edition has it."""

    page = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, db_index=False, related_name="links", verbose_name=_("wiki page")
    )
    slug = models.CharField(_("address it leads to"), max_length=LONGEST_ADDRESS)
    title = models.CharField(_("title it names"), max_length=LONGEST_TITLE)

    class Meta:
        verbose_name = _("link between wiki pages")
        verbose_name_plural = _("links between wiki pages")
        default_permissions = []
        indexes = [models.Index(fields=["slug"], name="wiki_link_target")]
        constraints = [models.UniqueConstraint(fields=["page", "slug"], name="one_wiki_link_per_target")]

    def __str__(self):
        return self.title


class OldAddress(models.Model):
    """Where a page lay before it was renamed: what leads there leads to the page."""

    space = models.ForeignKey(
        "spaces.Space", on_delete=models.CASCADE, db_index=False, related_name="+", verbose_name=_("space")
    )
    slug = models.CharField(_("old address"), max_length=LONGEST_ADDRESS)
    page = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, related_name="old_addresses", verbose_name=_("wiki page")
    )

    class Meta:
        verbose_name = _("old address of a wiki page")
        verbose_name_plural = _("old addresses of wiki pages")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["space", "slug"], name="one_page_per_old_wiki_address")]

    def __str__(self):
        return self.slug
