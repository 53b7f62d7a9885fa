"""The Interfaces: their texts and subjects, and what is shown first on their pages."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from core.admin_base import AddedByVerb, TranslatedAdmin, verb
from interfaces.lenses import found_at
from interfaces.models import Interface, Pin


@admin.register(Interface)
class InterfaceAdmin(TranslatedAdmin):
    can_add = False  # the Initiative has four
    list_display = ["short", "name", "position"]
    fields = ["slug", "position", "themes", "objectives"]
    readonly_fields = ["slug"]
    filter_horizontal = ["themes", "objectives"]


class PinForm(forms.Form):
    """What, and where."""

    interface = forms.ModelChoiceField(
        label=gettext_lazy("Interface"),
        queryset=Interface.objects.order_by("position", "slug"),
        empty_label=gettext_lazy("Choose"),
        widget=UnfoldAdminSelectWidget,
    )
    address = forms.CharField(
        label=gettext_lazy("Address of its page"),
        max_length=500,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Open the page of an idea, a meeting, an organisation … and copy its address."),
    )
    position = forms.IntegerField(
        label=gettext_lazy("Position"), min_value=0, max_value=999, initial=0, widget=UnfoldAdminTextInputWidget
    )

    def clean_address(self):
        """The thing itself, in place of its address."""
        found = found_at(self.cleaned_data["address"])
        if found is None:
            raise ValidationError(_("This is not the page of anything an Interface gathers."))
        return found


@admin.register(Pin)
class PinAdmin(AddedByVerb, TranslatedAdmin):
    list_display = ["__str__", "kind", "interface", "position", "created_at"]
    list_filter = [("interface", RelatedDropdownFilter)]
    list_select_related = ["interface", "content_type"]
    search_fields = ["words"]
    fields = ["thing", "kind", "interface", "position", "created_at"]
    readonly_fields = ["thing", "kind", "interface", "created_at"]
    verbs = ["remove"]
    add_form = PinForm
    add_explanation = gettext_lazy(
        "It stands first on the page of the Interface, for everybody who may see the thing itself. "
        "You write the words beside it on the next page."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("interfaces.pin_pin")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("object")

    def add(self, *, by, interface, address, position):
        return interface.pin(address, position=position, by=by)

    @display(description=gettext_lazy("What"))
    def thing(self, pin):
        return str(pin)

    @display(description=gettext_lazy("Kind"))
    def kind(self, pin):
        return pin.content_type.name

    @verb(
        gettext_lazy("Take off the page"),
        permission="interfaces.remove_pin",
        explanation=gettext_lazy("The thing itself stays where it is."),
        done=gettext_lazy("It is no longer shown first."),
    )
    def remove(self, pin, *, by):
        pin.remove(by=by)
