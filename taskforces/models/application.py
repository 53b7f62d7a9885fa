"""Asking to join a task force: a conversation with one decision at its end."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models import Affiliation
from taskforces.models.answering import Answering
from taskforces.models.call import Call
from taskforces.models.candidacy import Candidacy
from taskforces.models.deciding import Deciding
from taskforces.models.joining_form import JoiningForm
from taskforces.models.roles import Role
from taskforces.models.seat import Seat
from taskforces.models.taskforce import TaskForce

TEXT = models.TextField()


class ApplicationQuerySet(models.QuerySet):
    def open(self):
        """Drafts and applications that wait for a decision or an answer."""
        return self.filter(status__in=Application.OPEN)

    def waiting(self):
        """Applications that wait for somebody else than the applicant, oldest first."""
        return self.filter(status=Application.Status.SUBMITTED).order_by("submitted_at", "pk")

    def candidates(self):
        """Those who stand for a leading seat and wait for the decision, oldest first."""
        waiting = self.filter(status__in=[Application.Status.SUBMITTED, Application.Status.ASKED])
        return waiting.exclude(role=Role.MEMBER).order_by("submitted_at", "pk")

    def to_nominate(self):
        """Candidates on whom the members need no longer be heard, oldest first."""
        return self.waiting().exclude(role=Role.MEMBER).decidable_since(timezone.now())

    def waiting_longer_than(self, age):
        """Applications that wait for somebody else than the applicant, and could have been decided so long ago."""
        return self.waiting().decidable_since(timezone.now() - age)

    def decidable_since(self, moment):
        """Those that could be decided by `moment`, see `with_decidable_at`."""
        return self.with_decidable_at().filter(decidable_at__lte=moment)

    def with_decidable_at(self):
        """Each with `decidable_at`: since the applicant's last word, and since call and consultation were over."""
        own = Message.objects.filter(application=models.OuterRef("pk"), author=models.OuterRef("person"))
        last_word = models.Subquery(own.order_by("-created_at").values("created_at")[:1])
        over = Greatest("submitted_at", last_word, "call__deadline", "call__consultation__closes_at")
        return self.annotate(decidable_at=over)

    def consulted_with(self, user):
        """Those about whom `user` is heard or was: of consultations that have begun where she has a seat."""
        consultations = Call._meta.get_field("consultation").related_model.objects.visible_to(user).begun()
        standing = self.exclude(role=Role.MEMBER).filter(status__in=Application.STANDING)
        return standing.filter(call__consultation__in=consultations)

    def sent(self):
        """Everything but drafts."""
        return self.exclude(status=Application.Status.DRAFT)

    def visible_to(self, user):
        """Her own; those she may decide on as leader or representative; all sent ones for the secretariat."""
        if not user.is_authenticated:
            return self.none()
        own = models.Q(person=user)
        if user.has_perm("taskforces.view_application"):
            return self.filter(own | ~models.Q(status=Application.Status.DRAFT))
        return self.filter(own | (to_be_decided_by(user) & ~models.Q(status=Application.Status.DRAFT)))

    def to_decide(self, user):
        """Waiting applications of others that `user` may decide on herself."""
        if not user.is_authenticated:
            return self.none()
        return self.waiting().filter(to_be_decided_by(user), role=Role.MEMBER).exclude(person=user)

    def matching(self, words):
        """Those whose applicant's name or one of whose answers contains `words`."""
        # The values alone: every application holds the keys.
        values = models.Func(
            models.F("answers"), template="jsonb_path_query_array(%(expressions)s, '$.*')::text", output_field=TEXT
        )
        return self.alias(answers_text=values).filter(
            models.Q(person__name__icontains=words) | models.Q(answers_text__icontains=words)
        )

    def with_people(self):
        """Each application with all that its card shows; lists the applicant's `organisations` and `other_seats`."""
        affiliations = Affiliation.objects.in_force().filter(person=models.OuterRef("person"))
        seats = Seat.objects.open().filter(person=models.OuterRef("person"))
        return self.select_related(
            "task_force__objective", "person", "country", "region", "form", "decided_by", "call__consultation"
        ).annotate(
            organisations=ArraySubquery(affiliations.order_by("started_at").values("partner__name")),
            other_seats=ArraySubquery(
                seats.exclude(task_force=models.OuterRef("task_force"))
                .order_by("task_force__objective__code")
                .values("task_force__objective__code")
            ),
        )

    def with_conversation(self):
        """Each application with the questions of its form, and what was asked and answered since."""
        messages = Message.objects.select_related("author").order_by("created_at", "pk")
        return self.with_people().prefetch_related("form__questions", models.Prefetch("messages", messages))


def to_be_decided_by(user):
    """Condition: an application to a task force `user` leads, as leader or deputy, or from her region there, now."""
    led = models.Q(task_force__in=Seat.objects.answering().homes_of(user))
    seats = Seat.objects.in_force().filter(person=user)
    represented = models.Exists(
        seats.representatives().filter(
            task_force=models.OuterRef("task_force"), region=models.OuterRef("country__region__parent")
        )
    )
    return led | models.Q(represented)


class Application(Recorded, Answering, Candidacy, Deciding, models.Model):
    """A person's request for a seat in a task force."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("waiting for an answer")
        ASKED = "asked", _("waiting for the applicant")
        ACCEPTED = "accepted", _("accepted")
        NOMINATED = "nominated", _("nominated")
        NOT_SELECTED = "not_selected", _("not selected")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    OPEN = (Status.DRAFT, Status.SUBMITTED, Status.ASKED)
    # Candidates whom the members may read of once they are asked.
    STANDING = (Status.SUBMITTED, Status.ASKED, Status.NOMINATED, Status.NOT_SELECTED)

    task_force = models.ForeignKey(
        TaskForce, on_delete=models.PROTECT, related_name="applications", verbose_name=_("task force")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=_("person"),
    )
    form = models.ForeignKey(JoiningForm, on_delete=models.PROTECT, related_name="applications", verbose_name=_("form"))
    role = models.CharField(_("role"), max_length=15, choices=Role.choices, default=Role.MEMBER)
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"parent": None},
        verbose_name=_("region to represent"),
    )
    country = models.ForeignKey(
        "regions.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country"),
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.DRAFT)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-submitted_at", "-pk"]
        permissions = [
            ("decide_application", _("Can accept, decline or ask back")),
            ("nominate_application", _("Can nominate leaders and representatives")),
            ("support_application", _("Can support a candidate in a consultation")),
            ("comment_application", _("Can comment on a candidate in a consultation")),
            ("answer_application", _("Can answer a question on the own application")),
            ("withdraw_application", _("Can withdraw the own application")),
        ]
        indexes = [
            models.Index(fields=["task_force", "status", "submitted_at"], name="application_inbox"),
            models.Index(fields=["status", "submitted_at"], name="application_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "person"],
                condition=models.Q(status__in=["draft", "submitted", "asked"]),
                name="one_open_application_per_task_force",
                violation_error_message=_("You have already asked to join this task force."),
            ),
            models.CheckConstraint(
                condition=models.Q(status="draft") | models.Q(submitted_at__isnull=False),
                name="sent_applications_know_when",
            ),
        ]

    def __str__(self):
        return f"{self.task_force.code} · {self.person} · {self.get_role_display()}"

    def get_absolute_url(self):
        return reverse("taskforces:application", args=[self.task_force.code.lower(), self.pk])

    @property
    def inbox_url(self):
        """The list of applications it stands in."""
        return reverse("taskforces:applications", args=[self.task_force.code.lower()])

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def is_open(self):
        return self.status in self.OPEN

    @property
    def can_be_withdrawn(self):
        return self.is_open

    @property
    def can_be_answered(self):
        return self.status == self.Status.ASKED

    @property
    def days_waiting(self):
        """For how many whole days it has been waiting."""
        return (timezone.now() - self.submitted_at).days

    @classmethod
    @transaction.atomic
    def begin(cls, person, task_force):
        """The draft of `person` for `task_force`: the one she has, or a new one.

        Raises ValidationError when an application of hers waits already.
        """
        try:
            with transaction.atomic():
                application, _created = cls.objects.open().get_or_create(
                    task_force=task_force,
                    person=person,
                    defaults={
                        "form": JoiningForm.objects.of(task_force),
                        "country": person.country,
                        "language": get_language() or person.language,
                    },
                )
        except IntegrityError:  # a second window was faster
            application = cls.objects.open().get(task_force=task_force, person=person)
        if not application.is_draft:
            raise ValidationError(_("You have already asked to join this task force."))
        return application

    @transaction.atomic
    def answer(self, text, *, by):
        """Answer the question that was asked back; the application waits for a decision again."""
        self._lock()
        if not self.can_be_answered:
            raise ValidationError(_("Nothing has been asked, or it has been answered."))
        self.messages.create(author=by, text=text)
        self.status = self.Status.SUBMITTED
        self.save(update_fields=["status", "updated_at"])
        self.record("answered", by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """The applicant takes her request back; a draft simply goes."""
        self._lock()
        if not self.can_be_withdrawn:
            raise ValidationError(_("This application has already been decided on."))
        if self.is_draft:
            self.files.all().discard()
            self.delete()
            return
        self.status = self.Status.WITHDRAWN
        self.save(update_fields=["status", "updated_at"])
        self.record("withdrawn", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Application.objects.select_for_update())


class Message(models.Model):
    """A question to the applicant, or her answer."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="messages", verbose_name=_("application")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("author")
    )
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["created_at"]

    def __str__(self):
        return f"{self.author}, {self.created_at:%Y-%m-%d %H:%M}"
