"""My work as ambassador: the kit, and the list of what I have done."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView
from django.views.generic.detail import SingleObjectMixin

from colleges.forms import AmbassadorActivityForm
from colleges.models import Ambassador, AmbassadorActivity, KitItem
from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from core.views.files import StoredFileView


class ForAmbassadors(LoginRequiredMixin):
    """Open to whoever is an ambassador now; everybody else reads why not."""

    @cached_property
    def ambassador(self):
        """Her time as ambassador, or None."""
        rows = Ambassador.objects.visible_to(self.request.user).filter(person=self.request.user)
        return rows.in_force().select_related("person").first()

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm("colleges.work_as_ambassador", self.ambassador):
            raise PermissionDenied(
                _("This page belongs to the ambassadors of the Initiative, whom the secretariat names.")
            )
        return super().dispatch(request, *args, **kwargs)


def crumbs(title=None):
    """The path to the page, or to a page below it."""
    path = [(_("Colleges"), reverse("colleges:list")), (_("Friends"), reverse("colleges:friends"))]
    work = _("My work as ambassador")
    return [*path, (work, reverse("colleges:ambassador")), (title, None)] if title else [*path, (work, None)]


class AmbassadorWork(ForAmbassadors, ListView):
    """The kit and her activities."""

    template_name = "colleges/ambassador_work.html"
    context_object_name = "activities"
    paginate_by = 30

    def get_queryset(self):
        rows = AmbassadorActivity.objects.visible_to(self.request.user).of_person(self.request.user)
        return rows.select_related("country").newest_first()

    def get_context_data(self, **kwargs):
        year = timezone.localdate().year
        return super().get_context_data(
            ambassador=self.ambassador,
            kit=KitItem.objects.visible_to(self.request.user).in_order(),
            year=year,
            reached=self.get_queryset().of_year(year).people_reached(),
            reached_ever=self.get_queryset().people_reached(),
            crumbs=crumbs(),
            **kwargs,
        )


class ActivityPage(FormView):
    """A page on which she writes down or corrects what she did."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = AmbassadorActivityForm
    template_name = "colleges/ambassador_activity_form.html"
    title = success_message = None

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.title, crumbs=crumbs(self.title), **kwargs)

    def form_valid(self, form):
        try:
            self.keep(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, self.success_message)
        return redirect("colleges:ambassador")

    def keep(self, facts):
        """Call the verb."""
        raise NotImplementedError


class ActivityCreate(ForAmbassadors, ActivityPage):
    title = gettext_lazy("Write down an activity")
    success_message = gettext_lazy("Thank you. It stands in your list.")

    def get_initial(self):
        return {"country": self.request.user.country_id}

    def keep(self, facts):
        self.ambassador.add_activity(by=self.request.user, **facts)


class ActivityUpdate(ObjectPermissionMixin, VisibleMixin, SingleObjectMixin, ActivityPage):
    model = AmbassadorActivity
    permission_required = "colleges.change_ambassadoractivity"
    title = gettext_lazy("Correct an activity")
    success_message = gettext_lazy("Saved.")

    def get_queryset(self):
        return super().get_queryset().select_related("ambassador")

    @cached_property
    def object(self):
        """What is corrected."""
        return self.permission_object

    def get_initial(self):
        names = self.form_class.base_fields
        return {name: getattr(self.object, AmbassadorActivity._meta.get_field(name).attname) for name in names}

    def keep(self, facts):
        self.object.change(by=self.request.user, **facts)


class ActivityRemove(ObjectActionView):
    model = AmbassadorActivity
    permission_required = "colleges.remove_ambassadoractivity"
    success_message = gettext_lazy("Removed from your list.")

    def perform(self, activity):
        activity.remove(by=self.request.user)


class KitFile(LoginRequiredMixin, StoredFileView):
    """The file of an item of the kit, for ambassadors and the secretariat."""

    model = KitItem

    def stored(self, item):
        return item.stored
