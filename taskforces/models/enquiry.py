"""A question from outside: anybody asks a task force, its leader answers, and the answer may be published."""

import uuid

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.addresses import whole
from core.models import Recorded
from taskforces.models.asking import LONGEST_QUESTION, SALT, EnquiryQuerySet
from taskforces.models.replying import Replying
from taskforces.models.taskforce import TaskForce


class Enquiry(Recorded, Replying, models.Model):
    """What somebody asks a task force. A visitor's waits until the address is confirmed; nobody else sees it before."""

    class Status(models.TextChoices):
        UNCONFIRMED = "unconfirmed", pgettext_lazy("a question", "not confirmed")
        WAITING = "waiting", pgettext_lazy("a question", "waiting for an answer")
        ANSWERED = "answered", pgettext_lazy("a question", "answered")
        SET_ASIDE = "set_aside", pgettext_lazy("a question", "set aside")

    class Why(models.TextChoices):
        SPAM = "spam", _("advertising or abuse")
        SCOPE = "scope", _("not a matter of this task force")
        ELSEWHERE = "elsewhere", _("answered elsewhere")

    task_force = models.ForeignKey(
        TaskForce, on_delete=models.PROTECT, related_name="enquiries", verbose_name=_("task force")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("person"),
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    question = models.TextField(_("question"), max_length=LONGEST_QUESTION)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    may_be_published = models.BooleanField(_("may be published with its answer"), default=False)
    shows_name = models.BooleanField(_("may be published under the name"), default=False)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.UNCONFIRMED)
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    forgotten_at = models.DateTimeField(_("address forgotten"), null=True, blank=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("question from outside")
        verbose_name_plural = _("questions from outside")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("answer_enquiry", _("Can answer a question from outside")),
            ("set_aside_enquiry", _("Can set a question from outside aside")),
        ]
        indexes = [
            models.Index(fields=["task_force", "status", "confirmed_at"], name="enquiry_inbox"),
            models.Index(
                fields=["task_force", "-published_at"],
                name="enquiry_published",
                condition=models.Q(published_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="unconfirmed") | models.Q(confirmed_at__isnull=False),
                name="confirmed_enquiries_know_when",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None) | models.Q(status="answered", may_be_published=True),
                name="only_agreed_answers_are_published",
                violation_error_message=_("Whoever asked did not agree to publication."),
            ),
            models.CheckConstraint(
                condition=models.Q(shows_name=False) | models.Q(may_be_published=True),
                name="names_are_shown_with_publication_only",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="answered") | ~models.Q(answer=""),
                name="answered_enquiries_have_an_answer",
            ),
        ]

    def __str__(self):
        return f"{self.task_force.code} · {self.asker}"

    def get_absolute_url(self):
        return reverse("taskforces:enquiry", args=[self.task_force.code.lower(), self.pk])

    @property
    def asker(self):
        """What those who answer call the one who asked."""
        return self.name or (self.person and str(self.person)) or str(_("Somebody"))

    @property
    def public_name(self):
        """What everybody reads beside a published question: nothing unless she agreed to be named."""
        return self.asker if self.shows_name and (self.name or self.person_id) else ""

    @property
    def is_by_visitor(self):
        """Whether it came from somebody without an account: her answer goes out as a letter."""
        return self.person_id is None

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    @property
    def can_be_confirmed(self):
        return self.status == self.Status.UNCONFIRMED

    @property
    def token(self):
        """What stands in the link of the mail: it cannot be guessed, and nothing secret is stored."""
        return signing.Signer(salt=SALT).sign_object([self.pk, str(self.key)])

    @property
    def confirm_path(self):
        """The page with the button."""
        return reverse("taskforces:enquiry-confirm", args=[self.token])

    @property
    def confirm_url(self):
        return whole(self.confirm_path)

    @property
    def questions_path(self):
        """The published answers of its task force."""
        return reverse("taskforces:questions", args=[self.task_force.code.lower()])

    def clean(self):
        if not self.may_be_published:
            self.shows_name = False

    def _lock(self):
        try:
            self.refresh_from_db(from_queryset=Enquiry.objects.select_for_update(of=("self",)))
        except Enquiry.DoesNotExist:
            raise ValidationError(_("This question is gone.")) from None
