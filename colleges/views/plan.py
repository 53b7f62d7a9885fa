"""The plan of action of a college, for those who may enter its space."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView

from colleges.forms import ActionForm, DropForm
from colleges.models import Action
from core.refusals import add_errors
from core.views import ObjectActionView
from spaces.views import InSpace


class InCollege(InSpace):
    """A page in the space of the college whose slug stands in the address."""

    slug_path = "college__slug"
    current_tab = "plan"

    @property
    def college(self):
        """The college; who may not enter its space gets 404."""
        return self.space.college

    @cached_property
    def may_plan(self):
        """Whether this person writes into the plan."""
        return self.request.user.has_perm("colleges.plan_action", self.college)

    def get_context_data(self, **kwargs):
        return super().get_context_data(college=self.college, may_plan=self.may_plan, **kwargs)


class Plan(InCollege, ListView):
    """What is to be done, by its day; then what is over."""

    template_name = "colleges/plan.html"
    context_object_name = "actions"
    page_title = gettext_lazy("Plan of action")
    paginate_by = 30

    def get_queryset(self):
        return Action.objects.visible_to(self.request.user).filter(college=self.college).with_facts().in_order()


class PlanForm(InCollege, LoginRequiredMixin, FormView):
    """A form about the plan, or about one of its actions."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = ActionForm
    template_name = "colleges/action_form.html"
    permission_required = "colleges.plan_action"
    success_message = None

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm(self.permission_required, self.about):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def about(self):
        """What the permission is asked for."""
        return self.college

    @cached_property
    def action(self):
        """The action of the address."""
        rows = Action.objects.visible_to(self.request.user).filter(college=self.college).with_facts()
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"college": self.college}

    def crumbs(self):
        *crumbs, last = super().crumbs()
        return [*crumbs, (_("Plan of action"), reverse("colleges:plan", args=[self.college.slug])), last]

    @property
    def standfirst(self):
        """The line below the title."""
        return self.college.name

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.page_title, standfirst=self.standfirst, **kwargs)

    def form_valid(self, form):
        try:
            self.perform(form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, self.success_message)
        return redirect("colleges:plan", self.college.slug)

    def perform(self, typed):
        """Call the verb."""
        raise NotImplementedError


class ActionCreate(PlanForm):
    page_title = gettext_lazy("Plan an action")
    success_message = gettext_lazy("It stands in the plan. Whoever sees to it is told.")

    def perform(self, typed):
        Action.plan(self.college, by=self.request.user, **typed)


class ActionUpdate(PlanForm):
    permission_required = "colleges.change_action"
    page_title = gettext_lazy("Change the action")
    success_message = gettext_lazy("The action is changed.")

    @property
    def about(self):
        return self.action

    @property
    def standfirst(self):
        return self.action.title

    def get_initial(self):
        action = self.action
        return {
            "title": action.title,
            "text": action.text,
            "owner": action.owner_id,
            "due_on": action.due_on,
            "objectives": [objective.pk for objective in action.objectives.all()],
        }

    def perform(self, typed):
        self.action.change(by=self.request.user, **typed)


class ActionDrop(ActionUpdate):
    permission_required = "colleges.drop_action"
    form_class = DropForm
    page_title = gettext_lazy("Drop the action")
    success_message = gettext_lazy("The college no longer plans it. Whoever saw to it is told, with your reason.")

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["college"]
        return kwargs

    def perform(self, typed):
        self.action.drop(typed["reason"], by=self.request.user)


class OfPlan(ObjectActionView):
    """A verb on an action of the college of the address."""

    model = Action
    permission_required = "colleges.carry_out_action"

    def get_queryset(self):
        return super().get_queryset().filter(college__slug=self.kwargs["slug"]).select_related("college", "owner")


class ActionBegin(OfPlan):
    success_message = gettext_lazy("It is under way.")

    def perform(self, action):
        action.begin(by=self.request.user)


class ActionComplete(OfPlan):
    success_message = gettext_lazy("It is done. Thank you.")

    def perform(self, action):
        action.complete(by=self.request.user)


class ActionTakeUp(OfPlan):
    permission_required = "colleges.drop_action"
    success_message = gettext_lazy("It is planned again.")

    def perform(self, action):
        action.take_up(by=self.request.user)
