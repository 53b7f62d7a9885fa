"""The strategy of an objective for everybody, and the form in which its people propose a change."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, TemplateView

from core.views import ObjectPermissionMixin, VisibleMixin
from objectives.forms.strategy import AdditionForm, RemovalForm, RewordingForm
from objectives.models import Objective, StrategyItem, StrategyProposal


class OfObjective:
    """Finds the objective whose code stands in the address."""

    page_title = None

    @cached_property
    def objective(self):
        """The objective, with what its page head shows; 404 when there is none of this code."""
        rows = Objective.objects.visible_to(self.request.user).with_wording().with_home_of(self.request.user)
        return get_object_or_404(rows.select_related("task_force"), code=self.kwargs["code"])

    def get_context_data(self, **kwargs):
        values = {"objective": self.objective, "page_title": self.page_title, "crumbs": self.crumbs()}
        return super().get_context_data(**values | kwargs)

    def crumbs(self):
        """Strategy › objective › its context and activities › this page."""
        strategy = reverse("objectives:strategy", args=[self.objective.code.lower()])
        crumbs = [
            (_("Strategy"), reverse("objectives:list")),
            (str(self.objective), self.objective.get_absolute_url()),
            (_("Context and activities"), strategy if self.page_title else None),
        ]
        return [*crumbs, (self.page_title, None)] if self.page_title else crumbs

    def may(self, permission, about):
        """Whether this person holds a right of the app."""
        return self.request.user.has_perm(f"objectives.{permission}", about)


class Strategy(OfObjective, TemplateView):
    """Context, problems, causes, activities, obstacles, factors of success: list by list."""

    http_method_names = ["get", "head", "options"]
    template_name = "objectives/strategy.html"

    def get_context_data(self, **kwargs):
        items = list(self.objective.strategy_items.current())
        may_read = self.may("view_strategyproposal", self.objective)
        return super().get_context_data(
            lists=[(kind, [item for item in items if item.kind == kind]) for kind in StrategyItem.Kind],
            has_examples=any(item.is_example for item in items),
            may_propose=self.may("propose_strategyitem", self.objective),
            may_read_proposals=may_read,
            number_waiting=self.objective.strategy_proposals.waiting().count() if may_read else 0,
            **kwargs,
        )


class ItemDetail(OfObjective, VisibleMixin, DetailView):
    """One item: where it was said, how it read before, what was proposed about it."""

    http_method_names = ["get", "head", "options"]
    model = StrategyItem
    template_name = "objectives/strategy_item.html"
    context_object_name = "item"
    page_title = gettext_lazy("History of an item")

    def get_queryset(self):
        return super().get_queryset().filter(objective=self.objective)

    def get_context_data(self, **kwargs):
        language = get_language()
        worded = [(texts.get(language) or texts["en"], until) for texts, until in self.object.past_wordings]
        proposals = StrategyProposal.objects.visible_to(self.request.user).filter(item=self.object)
        return super().get_context_data(
            past=worded,
            was_proposed=self.object.was_proposed,
            proposals=proposals.with_people().order_by("-created_at", "-pk"),
            may_propose=self.object.is_current and self.may("propose_strategyitem", self.objective),
            **kwargs,
        )


class Propose(ObjectPermissionMixin, OfObjective, FormView):
    """A change is proposed; what was typed stays when somebody else has changed the item meanwhile."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "objectives.propose_strategyitem"
    template_name = "objectives/strategy_propose.html"
    change = None

    @property
    def permission_object(self):
        return self.objective

    @cached_property
    def item(self):
        """The item it is about; None for an addition."""
        if "pk" not in self.kwargs:
            return None
        items = StrategyItem.objects.visible_to(self.request.user).filter(objective=self.objective).current()
        item = get_object_or_404(items, pk=self.kwargs["pk"])
        item.objective = self.objective
        return item

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.item  # noqa: B018 what is not there is not found, whoever asks
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        language = get_language()
        kind = self.request.GET.get("kind")
        initial = {"language": language, "kind": kind if kind in StrategyItem.Kind else None}
        return initial | ({"text": self.item.texts.get(language) or self.item.text} if self.item else {})

    def form_valid(self, form):
        facts = form.cleaned_data | {"item": self.item, "seen": self.request.POST.get("seen")}
        try:
            proposal = StrategyProposal.propose(self.objective, self.change, by=self.request.user, **facts)
        except ValidationError as error:
            form.add_error(None if "text" not in getattr(error, "error_dict", {}) else "text", error.messages)
            return self.form_invalid(form)
        messages.success(self.request, _("Thank you. The secretariat reads your proposal, and you hear from it."))
        return redirect(proposal.get_absolute_url())

    def get_context_data(self, **kwargs):
        is_overtaken = self.item is not None and self.request.POST.get("seen", self.item.stamp) != self.item.stamp
        return super().get_context_data(item=self.item, is_overtaken=is_overtaken, change=self.change, **kwargs)


class ProposeAddition(Propose):
    change, form_class = StrategyProposal.Change.ADDITION, AdditionForm
    page_title = gettext_lazy("Propose an addition")


class ProposeRewording(Propose):
    change, form_class = StrategyProposal.Change.REWORDING, RewordingForm
    page_title = gettext_lazy("Propose another wording")


class ProposeRemoval(Propose):
    change, form_class = StrategyProposal.Change.REMOVAL, RemovalForm
    page_title = gettext_lazy("Propose to remove an item")
