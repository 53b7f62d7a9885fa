"""The five colleges, the funders and the friends."""

from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import ListView

from colleges.models import Ambassador, BureauMandate, College, Group
from partners.models import Partner


class CollegeList(ListView):
    """The five colleges with how many organisations stand in each, and the two groups across them."""

    template_name = "colleges/college_list.html"
    context_object_name = "colleges"

    def get_queryset(self):
        return College.objects.visible_to(self.request.user).order_by("number")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(crumbs=[(_("Colleges"), None)], groups=Group.objects.all(), **kwargs)
        numbers = partners_by_college(context["colleges"])
        context["rows"] = [(college, numbers[college.pk]) for college in context["colleges"]]
        return context


def partners_by_college(colleges):
    """{college id: number of organisations in force}, in one query."""
    parts = {f"college_{college.pk}": Count("pk", filter=college.holds) for college in colleges}
    numbers = Partner.objects.in_force().aggregate(**parts)
    return {college.pk: numbers[f"college_{college.pk}"] for college in colleges}


class Gathered(ListView):
    """A page about a college or group, with its organisations."""

    template_name = "colleges/gathering.html"
    paginate_by = 30
    context_object_name = "partners"

    def get_queryset(self):
        return self.gathering.partners.in_force().select_related("country").by_name()

    def get_context_data(self, **kwargs):
        crumbs = [(_("Colleges"), reverse("colleges:list")), (self.gathering.short, None)]
        return super().get_context_data(
            gathering=self.gathering, kinds=self.kinds(), number_of_people=None, crumbs=crumbs, **kwargs
        )

    def kinds(self):
        """In words, what kinds of organisations stand here."""
        return []


class CollegeDetail(Gathered):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.gathering = get_object_or_404(
            College.objects.visible_to(request.user).with_room_for(request.user), slug=kwargs["slug"]
        )

    def get_context_data(self, **kwargs):
        bureau = BureauMandate.objects.shown_on_page(self.gathering)
        return super().get_context_data(bureau=bureau, **kwargs)

    def kinds(self):
        return [Partner.Type(kind).label for kind in self.gathering.types]


class Funders(Gathered):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.gathering = get_object_or_404(Group.objects.with_room_for(request.user), slug=Group.FUNDERS)

    def kinds(self):
        return [*(Partner.Type(kind).label for kind in Partner.ALWAYS_FUNDERS), _("Others that say they give funds")]


class Friends(Gathered):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.gathering = get_object_or_404(Group.objects.with_room_for(request.user), slug=Group.FRIENDS)

    def get_context_data(self, **kwargs):
        ambassadors = list(Ambassador.objects.shown_on_page())
        named = [row for row in ambassadors if row.shows_name]
        return super().get_context_data(**kwargs) | {
            "number_of_people": self.gathering.people.count(),
            "ambassadors": named,
            "number_of_ambassadors": len(ambassadors),
            "number_unnamed": len(ambassadors) - len(named),
            "is_ambassador": any(row.person_id == self.request.user.pk for row in ambassadors),
        }
