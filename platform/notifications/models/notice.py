"""What somebody should know: one row per person and activity, read in the house and mailed."""

from django.conf import settings
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from colleges.models import Action, Placement
from core.announcing import kind_of, would_tell
from core.models import Activity
from core.notice_kinds import Kind
from discussions.models import Post, PostReport, Thread
from events.models import Decision, Event, Meeting, Registration
from library.models import Work
from messaging.models import Conversation, Report
from notifications.models.rhythm import GATHERED, Rhythm
from notifications.wording import Wording
from partners.models import Affiliation, Invitation, JoiningApplication, Sheet
from practices.models import SavedSearch
from projects.models import Comment, Idea, ProjectTeam, TeamMember
from questions.models import Answer, Expert, FollowUp, Question
from spaces.models import Membership, Space
from taskforces.models import Application, Call, Consultation, Enquiry, Seat, StageRecord, Statement, TaskForce
from wiki.models import Page as WikiPage

# What the titles of notices ask for, so that a page of them does not ask for each.
TOLD_OF = {
    Action: ("college", "owner"),
    Affiliation: ("person", "partner"),
    Answer: ("author__person", "question__asker"),
    Application: ("person", "task_force__objective"),
    Decision: ("owner", "meeting__space__task_force__objective"),
    Call: ("task_force__objective",),
    Comment: ("author", "idea"),
    Consultation: ("call__task_force__objective",),
    Conversation: ("partner", "starter"),
    Enquiry: ("task_force__objective", "person"),
    Event: ("space",),
    Expert: ("person",),
    FollowUp: ("author", "question__asker"),
    Idea: ("author", "task_force__objective"),
    Invitation: ("partner", "accepted_by"),
    JoiningApplication: ("partner", "country"),
    Membership: ("person", "space__task_force__objective", "space__college", "space__group", "space__region"),
    Meeting: ("space__task_force__objective",),
    Placement: ("partner", "college"),
    Post: ("author", "thread__space"),
    PostReport: ("reporter", "post__author", "post__thread__space"),
    ProjectTeam: ("idea",),
    Question: ("asker",),
    Registration: ("event__space", "person"),
    Report: ("conversation__partner", "reporter", "about"),
    SavedSearch: ("person",),
    Seat: ("person", "task_force__objective"),
    Sheet: ("partner",),
    StageRecord: ("stage", "task_force__objective"),
    Statement: ("application__task_force__objective",),
    TaskForce: ("objective",),
    TeamMember: ("person", "partner", "team"),
    Thread: ("starter", "space"),
    Work: ("space",),
    WikiPage: ("space",),
}


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own notices; nobody reads another person's."""
        return self.filter(recipient=user) if user.is_authenticated else self.none()

    def unread(self):
        """What has not been read yet."""
        return self.filter(read_at=None)

    def pending(self, rhythm):
        """What waits to be gathered in the daily or the weekly mail: what she reads before is not repeated there."""
        return self.unread().filter(rhythm=rhythm, gathered_at=None)

    def unread_first(self):
        """What has not been read yet, newest first; then the rest, newest first."""
        is_read = models.ExpressionWrapper(models.Q(read_at__isnull=False), models.BooleanField())
        return self.order_by(is_read, "-created_at", "-pk")

    def with_activity(self):
        """Each notice with what happened, to what and by whom: as many queries as there are kinds of objects."""
        objects = [model.objects.select_related(*paths) for model, paths in TOLD_OF.items()]
        return self.select_related("recipient", "activity__actor", "activity__content_type").prefetch_related(
            GenericPrefetch("activity__object", objects)
        )

    @transaction.atomic
    def announce(self, activity_id):
        """Write the notices and mails that follow from an activity, once, however often this is called."""
        from notifications.writing import write

        # Waits for a colleague who announces the same activity, then finds it done.
        activity = Activity.objects.select_for_update().filter(pk=activity_id, announced_at=None).first()
        if activity is None:
            return
        if activity.object:
            write(activity)
        activity.announced_at = timezone.now()
        activity.save(update_fields=["announced_at"])

    def mark_read(self):
        """These notices have been read now."""
        return self.unread().update(read_at=timezone.now())


class Notice(models.Model):
    """Something that happened, told to one person in the words meant for her."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        db_index=False,
        related_name="notices",
        verbose_name=_("recipient"),
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, db_index=False, related_name="notices", verbose_name=_("activity")
    )
    audience = models.CharField(_("told as"), max_length=30)
    # What it is to her, and what was chosen for that when it was written: so can be said why a mail did not leave.
    # Rows from before there was a choice hold no kind; each had its mail.
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, blank=True)
    rhythm = models.CharField(_("mail"), max_length=7, choices=Rhythm.choices, default=Rhythm.AT_ONCE)
    space = models.ForeignKey(
        Space,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name=pgettext_lazy("a space", "Room"),
    )
    created_at = models.DateTimeField(_("moment"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    digest = models.ForeignKey(
        "notifications.Digest",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="notices",
        verbose_name=_("gathered mail"),
    )
    # Digests are forgotten after a while; what one has told is not told again.
    gathered_at = models.DateTimeField(_("gathered"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "recipient"], name="one_notice_per_activity")]
        # The constraint finds the notices of an activity, the list those of a person: ten thousand rows at once are
        # written the faster, the fewer indexes there are.
        indexes = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="notice_list"),
            models.Index(fields=["recipient"], name="notice_unread", condition=models.Q(read_at=None)),
            # Of what is mailed at once, neither holds anything.
            models.Index(
                fields=["recipient", "rhythm"],
                name="notice_pending",
                condition=models.Q(read_at=None, gathered_at=None, rhythm__in=GATHERED),
            ),
            models.Index(fields=["digest"], name="notice_digest", condition=models.Q(digest__isnull=False)),
        ]

    def __str__(self):
        return f"{self.activity_id} → {self.recipient_id}"

    def get_absolute_url(self):
        return reverse("notifications:open", args=[self.pk])

    @property
    def is_read(self):
        return self.read_at is not None

    @property
    def wording(self):
        """Its title and text in the active language."""
        return Wording(self)

    @property
    def is_about_something(self):
        """Whether what it is about still exists."""
        return self.activity.object is not None

    @property
    def told_kind(self):
        """Its Kind, also where the row holds none."""
        return Kind(self.kind or kind_of(self.activity.key, self.audience))

    @property
    def is_still_meant(self):
        """Whether the activity would be told to her today: what she may no longer read, what was hidden or taken back
        and what she has muted meanwhile is left out of a mail that leaves days later."""
        return self.is_about_something and would_tell(self.activity, self.audience, self.recipient)
