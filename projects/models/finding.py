"""Which ideas there are, who sees them, and in which order: the words of many ideas."""

from django.apps import apps
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Concat, Lower

from accounts.models import shows_name
from core.search import Unaccented, as_plain, telling


def number_of_rows(queryset, field):
    """SQL for how many rows of `queryset` belong to the outer row by their `field`."""
    counted = queryset.filter(**{field: OuterRef("pk")}).order_by().values(field).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def keys_of(through, field):
    """SQL for the list of `field` of the rows that `through` ties to an idea; NULL for none."""
    rows = through.objects.filter(idea=OuterRef("pk")).order_by().values("idea")
    return Subquery(rows.annotate(keys=ArrayAgg(field)).values("keys"))


class IdeaFinding(models.QuerySet):
    """Words about ideas."""

    def visible_to(self, user):
        """What is proposed is public, also when it was set aside; what was withdrawn is its author's alone."""
        if user.has_perm("projects.view_idea"):
            return self
        shown = ~Q(status=self.model.Status.WITHDRAWN)
        return self.filter(shown | Q(author=user)) if user.is_authenticated else self.filter(shown)

    def live(self):
        """Neither set aside nor withdrawn."""
        return self.filter(status__in=self.model.LIVE)

    def of(self, task_force):
        """Those proposed to `task_force`."""
        return self.filter(task_force=task_force)

    def in_state(self, state):
        """Those of which readers are told this State."""
        state_of, status = self.model.State, self.model.Status
        if state in (state_of.FORMING, state_of.FORMED):
            rows = self.filter(status=status.TEAM).with_team_state()
            return rows.filter(team_is_formed=state == state_of.FORMED)
        return self.filter(status=state)

    def about(self, words):
        """Those in which each of `words` stands, accents and capitals ignored."""
        rows = self.alias(
            plain=Lower(Unaccented(Concat("title", Value(" "), "summary", output_field=models.TextField())))
        )
        for word in telling(words):
            rows = rows.filter(plain__contains=as_plain(word))
        return rows

    def with_team_state(self):
        """Each with `team_is_formed`: whether its team is complete now."""
        teams = apps.get_model("projects.ProjectTeam").objects.formed()
        return self.annotate(team_is_formed=Exists(teams.filter(idea=OuterRef("pk"))))

    def with_facts(self):
        """Each with what a list shows: the task force's code, the author, numbers, `region_slugs`."""
        supports = apps.get_model("projects.Support").objects.all()
        comments = apps.get_model("projects.Comment").objects.standing()
        return (
            self.with_team_state()
            .select_related("task_force__objective", "author")
            .annotate(
                number_of_supporters=number_of_rows(supports, "idea"),
                number_of_comments=number_of_rows(comments, "idea"),
                author_shows_name=shows_name("author"),
                region_slugs=keys_of(self.model.regions.through, "region__slug"),
            )
        )

    def with_places(self):
        """Each with `country_codes`, beside what `with_facts` adds."""
        return self.with_facts().annotate(country_codes=keys_of(self.model.countries.through, "country"))

    def knowing_support_of(self, user):
        """Each with `is_supported`: whether `user` stands behind it."""
        own = apps.get_model("projects.Support").objects.filter(person_id=user.pk, idea=OuterRef("pk"))
        return self.annotate(is_supported=Exists(own))

    def newest_first(self):
        return self.order_by("-created_at", "-pk")

    def most_supported_first(self):
        """Wants `with_facts`."""
        return self.order_by("-number_of_supporters", "-created_at", "-pk")
