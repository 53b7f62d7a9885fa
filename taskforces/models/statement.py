"""The qualification statement: why a candidate thinks that she can lead or represent."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.models import Recorded, StoredFile
from taskforces.models.application import Application
from taskforces.models.seat import Seat


class StatementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those sent, for the secretariat, and from the opening of the consultation for the members."""
        if not user.is_authenticated:
            return self.none()
        sent = self.filter(Q(application__person=user) | Q(sent_at__isnull=False))
        if user.has_perm("taskforces.view_statement"):
            return sent
        homes = Seat.objects.in_force().homes_of(user)
        consulted = Q(application__task_force__in=homes, application__call__consultation__opens_at__lte=timezone.now())
        standing = Q(application__status__in=Application.STANDING)
        return sent.filter(Q(application__person=user) | (consulted & standing))


class Statement(Recorded, models.Model):
    """What a candidate writes between her request and the deadline of the call."""

    TEXTS = ("motivation", "experience", "contribution", "time")

    application = models.OneToOneField(
        Application,
        on_delete=models.CASCADE,
        related_name="statement",
        verbose_name=pgettext_lazy("of an application", "candidate"),
    )
    motivation = models.TextField(_("motivation"), max_length=4000, blank=True)
    experience = models.TextField(_("experience"), max_length=4000, blank=True)
    contribution = models.TextField(_("what she brings"), max_length=4000, blank=True)
    time = models.CharField(_("time available"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    letter = models.OneToOneField(
        StoredFile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("letter of support"),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("qualification statement")
        verbose_name_plural = _("qualification statements")
        ordering = ["-updated_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("write_statement", _("Can write the own qualification statement"))]

    def __str__(self):
        return str(self.application)

    def get_absolute_url(self):
        application = self.application
        return reverse("taskforces:statement", args=[application.task_force.code.lower(), application.pk])

    @property
    def is_sent(self):
        return self.sent_at is not None

    @property
    def can_be_written(self):
        """Whether the deadline lies ahead and it has not been sent."""
        return not self.is_sent and self.application.can_state

    @property
    def can_be_reopened(self):
        """Whether it was sent and the deadline lies ahead."""
        return self.is_sent and self.application.can_state

    @classmethod
    def of(cls, application):
        """The statement of a candidate; a new one begins with what she wrote in the joining form."""
        found = cls.objects.filter(application=application).select_related("letter").first()
        if found is not None:
            found.application = application
            return found
        answers = application.answers
        return cls(
            application=application,
            motivation=answers.get("motivation", ""),
            experience=answers.get("expertise", ""),
            contribution=answers.get("projects", ""),
            language=application.language,
        )

    @classmethod
    @transaction.atomic
    def save_draft(cls, application, values, *, by):
        """Keep what has been typed so far, complete or not, and return the statement. Nothing is recorded.

        Raises ValidationError when it is not hers, has been sent, or the deadline has passed.
        """
        statement = cls._locked(application, by)
        for name in (*cls.TEXTS, "language"):
            if name in values:
                setattr(statement, name, values[name])
        statement.save()
        return statement

    @classmethod
    @transaction.atomic
    def put_letter(cls, application, upload, *, by):
        """Keep a CleanUpload as the letter of her organisation, or take the letter away (None)."""
        statement = cls._locked(application, by)
        before = statement.letter
        statement.letter = upload and StoredFile.objects.keep(upload, by=by)
        statement.save()
        if before is not None:
            before.discard()
        return statement

    @transaction.atomic
    def send(self, *, by):
        """Hand it in. Until the deadline it can be taken up again.

        Raises ValidationError when something is missing, or the deadline has passed.
        """
        stored = self._locked(self.application, by)
        missing = {name: _("Please write something here.") for name in self.TEXTS if not getattr(stored, name).strip()}
        if missing:
            raise ValidationError(missing)
        stored.sent_at = self.sent_at = timezone.now()
        stored.save(update_fields=["sent_at", "updated_at"])
        self.record("sent", by=by, language=stored.language, letter=stored.letter_id is not None)

    @transaction.atomic
    def reopen(self, *, by):
        """Take up again what was sent, before the deadline: nobody reads it until it is sent anew."""
        self.application._lock()
        self.refresh_from_db(from_queryset=Statement.objects.select_for_update(of=("self",)))
        if not self.can_be_reopened or by != self.application.person:
            raise ValidationError(_("This statement can no longer be changed."))
        self.sent_at = None
        self.save(update_fields=["sent_at", "updated_at"])
        self.record("reopened", by=by)

    @classmethod
    def _locked(cls, application, by):
        """The stored statement, or a new one saved, in the hands of its candidate alone and before the deadline."""
        application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if by != application.person:
            raise ValidationError(_("Only the candidate writes her statement."))
        statement = cls.of(application)
        if statement.is_sent:
            raise ValidationError(_("Your statement has been sent. Take it up again to change it."))
        if not application.can_state:
            raise ValidationError(_("The deadline has passed: the statement can no longer be changed."))
        if statement.pk is None:
            statement.language = get_language() or statement.language
            statement.save()
        return statement
