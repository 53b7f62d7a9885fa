"""The way of an organisation into the Initiative: an application, its pieces, a decision."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded, StoredFile
from partners.models.admission import Admission
from partners.models.applying import Applying
from partners.models.partner import Partner


class JoiningApplicationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; what was sent for the secretariat: a draft is nobody's business but the applicant's."""
        if not user.is_authenticated:
            return self.none()
        own = models.Q(applicant=user)
        if user.has_perm("partners.view_joiningapplication"):
            return self.filter(own | ~models.Q(status=JoiningApplication.Status.DRAFT))
        return self.filter(own)

    def sent(self):
        """Everything but drafts."""
        return self.exclude(status=JoiningApplication.Status.DRAFT)

    def editable(self):
        """Drafts, and those in which something is missing."""
        return self.filter(status__in=[JoiningApplication.Status.DRAFT, JoiningApplication.Status.PIECES_MISSING])

    def to_read(self):
        """What the secretariat has not read yet, or not laid before anybody."""
        return self.filter(status=JoiningApplication.Status.SUBMITTED)

    def under_review(self):
        """What the Consortium or the Bureau has before it."""
        return self.filter(status=JoiningApplication.Status.UNDER_REVIEW)

    def incomplete(self):
        """What waits for a piece from the applicant."""
        return self.filter(status=JoiningApplication.Status.PIECES_MISSING)

    def with_pieces(self):
        """Each with what its pages show: country, city, organisation, files."""
        pieces = models.Prefetch("pieces", Piece.objects.select_related("stored"))
        return self.select_related("country", "place", "partner", "applicant").prefetch_related(pieces)

    def open(self):
        """Not sent yet, or not decided yet."""
        return self.filter(status__in=JoiningApplication.OPEN)

    def waiting(self):
        """What the secretariat has to look at, oldest first."""
        waiting = [JoiningApplication.Status.SUBMITTED, JoiningApplication.Status.UNDER_REVIEW]
        return self.filter(status__in=waiting).order_by("submitted_at", "pk")


class Kind(models.TextChoices):
    """The files of an application."""

    DECLARATION = "declaration", _("Declaration of Intent")
    NATURE = "nature", _("Official document on its nature")
    LOGO = "logo", _("Logo")


class JoiningApplication(Recorded, Applying, Admission, models.Model):
    """An organisation asks to join. It becomes a row of the register when it is accepted."""

    Kind = Kind

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("application to join", "draft")
        SUBMITTED = "submitted", pgettext_lazy("application to join", "submitted")
        PIECES_MISSING = "pieces_missing", pgettext_lazy("application to join", "pieces missing")
        UNDER_REVIEW = "under_review", pgettext_lazy("application to join", "under review")
        ACCEPTED_PARTNER = "accepted_partner", pgettext_lazy("application to join", "accepted as partner")
        ACCEPTED_MEMBER = "accepted_member", pgettext_lazy("application to join", "accepted as member")
        REFUSED = "refused", pgettext_lazy("application to join", "refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("application to join", "withdrawn")

    class Body(models.TextChoices):
        CONSORTIUM = "consortium", _("Consortium of Members")
        BUREAU = "bureau", _("Bureau")

    class Wish(models.TextChoices):
        PARTNER = "partner", _("Partner")
        MEMBER = "member", _("Member")

    OPEN = (Status.DRAFT, Status.SUBMITTED, Status.PIECES_MISSING, Status.UNDER_REVIEW)
    ACCEPTED = (Status.ACCEPTED_PARTNER, Status.ACCEPTED_MEMBER)

    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="joining_applications",
        verbose_name=_("applicant"),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.DRAFT, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(pgettext_lazy("moment", "changed"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)

    # The organisation
    name = models.CharField(_("name of the organisation"), max_length=200, blank=True)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    type = models.CharField(_("type"), max_length=30, choices=Partner.Type.choices, blank=True)
    nature = models.CharField(_("legal nature"), max_length=12, choices=Partner.Nature.choices, blank=True)
    country = models.ForeignKey(
        "regions.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country"),
    )
    place = models.ForeignKey(
        "regions.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("city"),
    )
    website = models.URLField(_("website"), blank=True)
    gives_funds = models.BooleanField(_("gives funds"), default=False)
    wishes_to_be = models.CharField(_("wishes to be"), max_length=8, choices=Wish.choices, default=Wish.PARTNER)
    motivation = models.TextField(_("why it wants to join"), max_length=2000, blank=True)

    # Whom the secretariat writes to
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_role = models.CharField(_("function"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    is_authorised = models.BooleanField(_("may apply in its name"), default=False)

    # What the secretariat asked for
    missing_pieces = ArrayField(models.CharField(max_length=20), default=list, blank=True, editable=False)
    missing_words = models.TextField(_("what is missing and why"), max_length=2000, blank=True, editable=False)

    # The decision
    proposed_as = models.CharField(_("proposed as"), max_length=8, choices=Wish.choices, blank=True, editable=False)
    decided_by_body = models.CharField(_("decided by"), max_length=12, choices=Body.choices, blank=True, editable=False)
    decided_on = models.DateField(_("date of the decision"), null=True, blank=True, editable=False)
    decision_reference = models.CharField(_("reference"), max_length=120, blank=True, editable=False)
    reason = models.TextField(_("reason"), max_length=2000, blank=True, editable=False)
    partner = models.ForeignKey(
        Partner,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="joining_applications",
        verbose_name=_("organisation"),
    )

    objects = JoiningApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application to join")
        verbose_name_plural = _("applications to join")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("submit_joiningapplication", _("Can send one’s own application to join")),
            ("withdraw_joiningapplication", _("Can withdraw one’s own application to join")),
            ("decide_joiningapplication", _("Can decide on an application to join")),
        ]
        indexes = [models.Index(fields=["status", "submitted_at"], name="joining_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant"],
                condition=models.Q(status="draft"),
                name="one_draft_per_applicant",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="accepted_member", nature="commercial"),
                name="commercial_applicants_never_become_members",
                violation_error_message=_("A commercial body can be a partner, never a member."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["accepted_partner", "accepted_member"])
                | (~models.Q(decided_by_body="") & models.Q(decided_on__isnull=False)),
                name="acceptances_name_who_decided_and_when",
            ),
        ]

    def __str__(self):
        return self.name or str(_("Application without a name"))

    def get_absolute_url(self):
        return reverse("partners:application", args=[self.pk])

    @property
    def editing_url(self):
        """The first step of the form."""
        return reverse("partners:application-organisation", args=[self.pk])

    @property
    def days_waiting(self):
        """For how many whole days the secretariat has had it."""
        return (timezone.now() - self.submitted_at).days


class Piece(models.Model):
    """A file of an application: one of each kind."""

    Kind = Kind

    application = models.ForeignKey(
        JoiningApplication, on_delete=models.CASCADE, related_name="pieces", verbose_name=_("application")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="piece", verbose_name=_("file"))

    class Meta:
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")
        ordering = ["application", "kind"]
        constraints = [models.UniqueConstraint(fields=["application", "kind"], name="one_piece_of_each_kind")]

    def __str__(self):
        return self.get_kind_display()
