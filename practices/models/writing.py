"""Beginning a datasheet and writing it, section by section: nothing is lost, nobody writes over somebody else."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.limits import require_fewer, wait_for_turn
from partners.models import Affiliation
from practices import answers, completeness
from practices.elsewhere import fao_code

# Whoever brings the practices of a whole programme along has enough with it; a machine has not.
BEGUN_A_DAY = 30
# Whoever writes at a section keeps others from it for so long after the last word.
HELD_FOR = timedelta(minutes=15)


class Beginning(models.QuerySet):
    @transaction.atomic
    def begin(self, title, *, language, description="", organisation=None, key=None, origin=None, by):
        """`by` begins a datasheet, perhaps for her organisation; returns the Practice.

        It may come of a discussion, its `origin`. A form sent twice, known by its `key`, gives the sheet it made.
        Raises ValidationError when she does not belong to the organisation, or has begun enough today.
        """
        wait_for_turn(by)
        if made := self.filter(key=key, author=by).first():
            return made
        if not by.has_perm("practices.add_practice"):
            raise ValidationError(_("Sign in to write a datasheet."))
        require_fewer(
            BEGUN_A_DAY,
            self.model.objects.filter(author=by),
            "begun_at",
            _("You have begun %(most)d datasheets within a day. Please go on tomorrow."),
        )
        theirs = Affiliation.objects.in_force().filter(person=by, partner=organisation)
        if organisation and not theirs.exists():
            raise ValidationError({"organisation": _("You do not belong to this organisation.")})
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        practice = self.model(
            title=" ".join(title.split()),
            language=language,
            organisation=organisation,
            author=by,
            authors=by.name,
            key=key,
        )
        practice.contents = {"title": {language: practice.title}}
        if description:
            practice.contents["description"] = {language: description}
        practice.clean_fields(exclude=["author", "organisation"])
        practice.completeness_percent = completeness.percent(practice.contents, practice.form)
        practice.save()
        practice.record("begun", by=by)
        if origin:
            origin.become(practice, by=by)
        return practice


class Overtaken(ValidationError):
    """Somebody else has saved since the page was opened: nothing was written."""

    def __init__(self):
        super().__init__(_("Somebody else has changed this sheet since you opened it. Nothing is lost."))


class Writing(models.Model):
    """A sheet somebody writes at: hers from the first word she saves until `held_until`, which each word puts off."""

    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("being written by"),
    )
    held_until = models.DateTimeField(_("held until"), null=True, blank=True, editable=False)
    # Which page wrote last: it overtakes nobody when it writes again.
    pen = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_written(self):
        """Whether it is with its author: a draft, or a new version of what is published."""
        return self.status == self.Status.DRAFT

    def is_held_from(self, user):
        """Whether somebody else writes at it now."""
        return self.held_by_id not in (None, user.pk) and self.held_until > timezone.now()

    @transaction.atomic
    def let_go(self, *, by):
        """She writes no more: others need not wait for the hold to run out."""
        self._lock()
        if self.held_by_id == by.pk:
            self.held_by = self.held_until = None
            self.save(update_fields=["held_by", "held_until"])

    @transaction.atomic
    def write(self, typed, *, by, language=None, seen=None, pen=""):
        """Keep {key: answer} of some questions; of those that are translated, the texts in `language`.

        Returns {key: sentences} about answers that do not hold; all others are kept. `seen` is the revision of the
        page it was typed on, `pen` that page's own mark: whoever holds the pen overtakes nobody.
        Raises Overtaken, or ValidationError while somebody else writes at it or it is not with its author.
        """
        self._lock_to_write(by)
        if seen is not None and seen != self.revision and not (pen and pen == self.pen):
            raise Overtaken
        kept, faults = answers.judged(self.form, typed, language or self.language)
        changed = answers.with_answers(self.contents, kept)
        if changed != self.contents:
            self._keep(changed, pen=pen)
        self.held_by, self.held_until = by, timezone.now() + HELD_FOR
        self.save(update_fields=["held_by", "held_until"])
        return faults

    def _keep(self, contents, *, pen=""):
        """Let it say `contents` from now on. Call it in a verb's transaction."""
        self.contents, self.pen = contents, pen[:40]
        self.revision += 1
        self.saved_at = timezone.now()
        self.title = answers.text_in(contents.get("title"), self.language)[0] or self.title
        self.wocat_code, self.fao_code = contents.get("wocat_code", ""), fao_code(contents.get("fao_code", ""))
        self.completeness_percent = completeness.percent(contents, self.form)
        self.save(update_fields=["contents", "pen", "revision", "saved_at", *REPEATED])

    def _lock_to_write(self, by):
        self._lock()
        if not self.can_be_written:
            raise ValidationError(_("This sheet is not being written at the moment."))
        if self.is_held_from(by):
            raise ValidationError(_("Somebody else is writing at this sheet now. Look again in a few minutes."))


# What columns repeat of the contents, for lists and questions.
REPEATED = ("title", "wocat_code", "fao_code", "completeness_percent")
