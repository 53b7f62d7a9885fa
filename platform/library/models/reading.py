"""In which languages a work can be read, and which version of each is current."""

from contextlib import nullcontext

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from core.models import StoredFile
from library.models.limits import require_may_add
from library.models.version import Version
from partners.models.working_languages import CODES

OURS = frozenset(code for code, _name in settings.LANGUAGES)
# What is said about a work, in each of our languages.
WORDS = ("title", "abstract")


def column_for(name, language):
    """The column of `name` for words in `language`; of a further language they stand in that of the page."""
    return f"{name}_{language if language in OURS else get_language() or 'en'}"


class Reading(models.Model):
    """A work that can be read in several languages."""

    class Meta:
        abstract = True

    @transaction.atomic
    def add_language(self, language, *, by, title="", abstract="", **what):
        """It can be read in one more language. `what`: `upload` (a CleanUpload) or `address`, and `edition`.

        Raises ValidationError when it was withdrawn, is there in this language already, or `by` added enough today.
        """
        wait_for_turn(by)
        require_may_add(by)
        self._lock_kept()
        if self.versions.filter(language=language).exists():
            raise ValidationError({"language": _("This work is there in this language already. Replace that version.")})
        if said := self._say(language, title=title, abstract=abstract):
            self.judge()
            self.save(update_fields=said)
        self._put(language, 1, by=by, **what)
        self.record("language_added", by=by, language=language)

    @transaction.atomic
    def replace(self, version, *, by, **what):
        """A new version stands in for `version`, which is kept beside it as an earlier one.

        Raises ValidationError when it was withdrawn, or `version` has been replaced meanwhile.
        """
        wait_for_turn(by)
        require_may_add(by)
        self._lock_kept()
        # Asked after the lock: a colleague may have replaced it meanwhile.
        if not self.versions.current().filter(pk=version.pk).update(is_current=False):
            raise ValidationError(_("Somebody has replaced this version meanwhile. Look at the newer one first."))
        self._put(version.language, version.number + 1, by=by, **what)
        self.record("renewed", by=by, language=version.language, number=version.number + 1)

    def _say(self, language, **words):
        """Say title and abstract in `language` where nothing is said yet; the columns that were written."""
        said = {column_for(name, language): text.strip() for name, text in words.items() if text.strip()}
        said = {column: text for column, text in said.items() if not getattr(self, column)}
        for column, text in said.items():
            setattr(self, column, text)
        return [*said]

    def _put(self, language, number, *, by, upload=None, address="", edition=""):
        """Store a version; with it the work is news again."""
        if language not in CODES:
            raise ValidationError({"language": _("Choose a language.")})
        if bool(upload) == bool(address):
            raise ValidationError({"file": _("Send a file or give a web address, not both.")})
        version = Version(work=self, language=language, number=number, address=address, edition=edition, added_by=by)
        version.clean_fields(exclude=["work", "stored", "added_by"])
        with StoredFile.objects.keeping(upload, by=by) if upload else nullcontext() as version.stored:
            version.save()
            self.renewed_at = timezone.now()
            self.save(update_fields=["renewed_at"])
