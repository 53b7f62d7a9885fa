"""A Project Team: named people of two or more partners who make a project of an idea."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from projects.models.idea import Idea
from projects.models.team_member import TeamMember, require_belongs

NEEDED_PARTNERS = 2


class ProjectTeamQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Every team is public; who of its people is named depends on their consent."""
        return self

    def with_standing(self):
        """Each with `number_of_partners` its accepted people stand for now, and `has_coordinator`."""
        people = TeamMember.objects.in_force().filter(team=OuterRef("pk"))
        partners = people.order_by().values("team").annotate(number=Count("partner", distinct=True)).values("number")
        return self.annotate(
            number_of_partners=Coalesce(Subquery(partners), 0),
            has_coordinator=Exists(people.filter(role=TeamMember.Role.COORDINATOR)),
        )

    def formed(self):
        """Those with accepted people of two or more partners in force, one of whom coordinates: true now."""
        return self.with_standing().filter(number_of_partners__gte=NEEDED_PARTNERS, has_coordinator=True)

    def forming(self):
        """Those to be completed."""
        return self.exclude(pk__in=self.model.objects.formed().values("pk"))

    def with_facts(self):
        """Each with what a list shows: its idea, the task force's code, where it stands."""
        return self.with_standing().select_related("idea__task_force__objective")

    def with_organisations(self):
        """Each with `organisation_names`: those its people stand for, asked and accepted."""
        names = TeamMember.objects.open().filter(team=OuterRef("pk")).order_by("partner__name")
        return self.annotate(organisation_names=ArraySubquery(names.values("partner__name").distinct()))

    def with_people(self):
        """The same with its open places."""
        return self.with_facts().prefetch_related(
            Prefetch("members", TeamMember.objects.open().with_people(), to_attr="open_members")
        )


class ProjectTeam(Recorded, models.Model):
    """Who makes a project of an idea."""

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="team", verbose_name=_("project idea"))
    name = models.CharField(_("name"), max_length=150)
    purpose = models.TextField(_("purpose"), max_length=2000)
    founded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("founded by"),
    )
    created_at = models.DateTimeField(_("founded"), default=timezone.now, editable=False)

    objects = ProjectTeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("Project Team")
        verbose_name_plural = _("Project Teams")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("manage_projectteam", _("Can ask people into a Project Team and word its purpose"))]
        indexes = [models.Index(fields=["-created_at"], name="team_newest")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("projects:team", args=[self.pk])

    @property
    def task_force(self):
        """The task force its idea was proposed to."""
        return self.idea.task_force

    @property
    def is_formed(self):
        """Whether accepted people of two or more partners in force are in it, one as coordinator: asked now."""
        if hasattr(self, "number_of_partners"):
            return self.number_of_partners >= NEEDED_PARTNERS and self.has_coordinator
        return ProjectTeam.objects.formed().filter(pk=self.pk).exists()

    @transaction.atomic
    def change(self, *, name, purpose, by):
        """Word its name and purpose anew."""
        self._lock()
        self.name, self.purpose = name.strip(), purpose.strip()
        self.full_clean(exclude=["idea", "founded_by"])
        self.save(update_fields=["name", "purpose"])
        self.record("changed", by=by)

    @transaction.atomic
    def ask(self, person, partner, *, role=TeamMember.Role.MEMBER, by):
        """Ask `person` to stand for `partner` in the team; she accepts or declines. Returns the TeamMember.

        Raises ValidationError unless she belongs to the partner now and has no open place here, or when there is a
        coordinator already.
        """
        self._lock()
        require_belongs(person, partner)
        try:
            with transaction.atomic():
                member = TeamMember.objects.create(team=self, person=person, partner=partner, role=role, invited_by=by)
        except IntegrityError:
            if role == TeamMember.Role.COORDINATOR and not self.members.open().filter(person=person).exists():
                raise ValidationError(_("This team has a coordinator, or has asked one.")) from None
            raise ValidationError(_("This person is in the team already, or has been asked.")) from None
        member.record("asked", by=by, role=role)
        return member

    def _lock(self):
        self.refresh_from_db(from_queryset=ProjectTeam.objects.select_for_update(of=("self",)))
