"""What somebody is writing and has not saved yet: kept on the server, hers alone."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wiki.markup import LONGEST_TITLE
from wiki.models.limits import LONGEST_SUMMARY, LONGEST_TEXT

KEPT = ("title", "language", "text", "summary")


class DraftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own, and nobody else's."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def of(self, person, space, *, page=None, original=None, into=""):
        """Hers of `page`; or of a translation of `original` `into` a language; or of a new page in `space`."""
        return self.filter(person=person, space=space, page=page, original=original, into=into if original else "")

    @transaction.atomic
    def keep(self, person, space, *, page=None, original=None, into="", seen=1, **words):
        """Keep what was typed, made from edition `seen`. What is too long is cut: the form says so when it is saved."""
        words = {name: str(words.get(name, "")) for name in KEPT}
        words["title"], words["summary"] = words["title"][:LONGEST_TITLE], words["summary"][:LONGEST_SUMMARY]
        words["text"], words["language"] = words["text"][:LONGEST_TEXT], words["language"][:2]
        facts = {"page": page, "original": original, "into": into if original else ""}
        draft, _is_new = self.update_or_create(
            person=person, space=space, **facts, defaults=words | {"seen": seen, "saved_at": timezone.now()}
        )
        return draft


class Draft(models.Model):
    """The words of one person for one page."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wiki_drafts", verbose_name=_("person")
    )
    space = models.ForeignKey("spaces.Space", on_delete=models.CASCADE, related_name="+", verbose_name=_("space"))
    page = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, null=True, related_name="drafts", verbose_name=_("wiki page")
    )
    original = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("translation of")
    )
    into = models.CharField(_("translated into"), max_length=2, blank=True)
    # The edition it was made from: of the page, or of the original.
    seen = models.PositiveIntegerField(_("made from edition"), default=1)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT, blank=True)
    summary = models.CharField(_("what was changed"), max_length=LONGEST_SUMMARY, blank=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a wiki page")
        verbose_name_plural = _("drafts of wiki pages")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["person", "space", "page", "original", "into"],
                name="one_wiki_draft_per_person_and_page",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return self.title or str(self.page)
