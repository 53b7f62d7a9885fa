"""Writing a sheet: a draft beside what is published, which several people may write at, none of them losing a word."""

from contextlib import ExitStack
from copy import copy

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile, Theme
from partners.models.contents import TEXT_FIELDS, judged
from regions.models import Country

FILES = ("logo", "poster")


class Overtaken(ValidationError):
    """Somebody else has saved or published since the page was opened: nothing was written."""

    def __init__(self):
        super().__init__(_("Somebody else has changed this sheet since you opened it. Nothing is lost."))


class Drafting(models.Model):
    """A sheet with its draft. `stamp` says which state of both a page was made from."""

    draft = models.JSONField(_("draft"), null=True, blank=True, editable=False)
    draft_at = models.DateTimeField(_("draft saved"), null=True, blank=True, editable=False)
    draft_logo = models.OneToOneField(
        StoredFile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("logo of the draft"),
    )
    draft_poster = models.OneToOneField(
        StoredFile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("poster of the draft"),
    )

    class Meta:
        abstract = True

    @property
    def is_drafted(self):
        return self.draft is not None

    can_be_published = can_be_discarded = is_drafted

    def drafted(self):
        """A copy that shows the draft as if it were published; it is never saved."""
        shown, contents = copy(self), self.written
        for name in TEXT_FIELDS:
            setattr(shown, name, contents[name])
        shown.languages = contents["languages"]
        shown._prefetched_objects_cache = {
            "themes": Theme.objects.filter(slug__in=contents["themes"]),
            "countries": Country.objects.filter(pk__in=contents["countries"]),
        }
        for name in FILES:
            if getattr(self, f"draft_{name}_id") or name in self.removes:
                setattr(shown, name, getattr(self, f"draft_{name}"))
        return shown

    @property
    def stamp(self):
        """The state of what is published and of the draft, to be handed back by the page that showed it."""
        drafted = self.draft_at.isoformat() if self.is_drafted else ""
        return f"{self._published_stamp} {drafted}"

    @property
    def _published_stamp(self):
        """A sheet nobody has published is the same, whether its row exists already or not."""
        return self.updated_at.isoformat() if self.is_filled else ""

    @property
    def written(self):
        """What whoever writes goes on with: the draft, or what is published."""
        return self.draft["contents"] if self.is_drafted else self.contents

    @property
    def is_draft_overtaken(self):
        """Whether something was published since the draft was begun."""
        return self.is_drafted and self.draft["on"] != self._published_stamp

    @property
    def removes(self):
        """The files that go when the draft is published."""
        return self.draft.get("removes", []) if self.is_drafted else []

    @transaction.atomic
    def save_draft(self, contents, *, by, files=None, removes=None, seen=None, pen=""):
        """Keep what was typed beside what is published; what changes nothing makes no draft.

        `files` are CleanUploads by name ("logo", "poster"), `removes` the names of files to take away, None leaves
        that as it was. `seen` is the stamp of the page it was typed on, `pen` that page's own mark: whoever holds
        the pen overtakes nobody.
        Raises Overtaken, or ValidationError by field.
        """
        self._lock()
        contents = judged(contents, model=type(self))
        files = {name: upload for name, upload in (files or {}).items() if name in FILES and upload}
        removes = sorted({*(self.removes if removes is None else removes)} & {*FILES} - files.keys())
        if not (self.is_drafted or files or removes) and contents == self.contents:
            return
        if seen is not None:
            self._ask_whether_overtaken(seen, pen)
        with ExitStack() as kept:
            replaced = self._draft_files(kept, files | dict.fromkeys(removes), by=by)
            self.draft = {"contents": contents, "on": self._published_stamp, "pen": pen[:40], "removes": removes}
            self.draft_at = timezone.now()
            self.save(update_fields=["draft", "draft_at", "draft_logo", "draft_poster"])
            self._discard(replaced)

    def _ask_whether_overtaken(self, seen, pen):
        published, _space, drafted = seen.partition(" ")
        holds_the_pen = pen and self.is_drafted and self.draft.get("pen") == pen
        if published != self._published_stamp or (drafted != self.stamp.partition(" ")[2] and not holds_the_pen):
            raise Overtaken

    def _draft_files(self, kept, files, *, by):
        """Put the uploads, or None, into the draft; what they replace there, to be discarded once the row is saved."""
        replaced = [getattr(self, f"draft_{name}") for name in files]
        for name, upload in files.items():
            stored = upload and kept.enter_context(StoredFile.objects.keeping(upload, by=by))
            setattr(self, f"draft_{name}", stored)
        return replaced

    @transaction.atomic
    def discard_draft(self, *, by):
        """Throw the draft away; what is published stays as it is."""
        self._lock()
        if not self.can_be_discarded:
            raise ValidationError(_("There is no draft to throw away."))
        self._discard(self._end_draft())

    @transaction.atomic
    def publish(self, *, by, seen=None):
        """Show what was drafted: texts, themes, countries, languages and files, all or nothing.

        `seen` is the stamp of what was looked at before. Raises Overtaken, or ValidationError.
        """
        self._lock()
        if not self.can_be_published:
            raise ValidationError(_("There is nothing to publish: the sheet shows what you wrote."))
        if seen is not None:
            self._ask_whether_overtaken(seen, "")
        contents, before = judged(self.draft["contents"], model=type(self)), self.contents
        changed, gave_way = self._publish_files()
        changed += [name for name in contents if contents[name] != before[name]]
        self.put(contents)
        self._discard([*gave_way, *self._end_draft()])
        self.record("published", by=by, fields=changed)

    def _publish_files(self):
        """Let the files of the draft take their places: names of those that changed, files that gave way."""
        changed = [name for name in FILES if getattr(self, f"draft_{name}_id") or name in self.removes]
        gave_way = [getattr(self, name) for name in changed]
        for name in changed:
            setattr(self, name, getattr(self, f"draft_{name}"))
            setattr(self, f"draft_{name}", None)
        return changed, gave_way

    def _end_draft(self):
        """No draft any more; its files, to be discarded."""
        left = [getattr(self, f"draft_{name}") for name in FILES]
        self.draft = self.draft_at = self.draft_logo = self.draft_poster = None
        self.save(update_fields=["draft", "draft_at", "draft_logo", "draft_poster"])
        return left

    @staticmethod
    def _discard(files):
        for stored in files:
            if stored is not None:
                stored.discard()
