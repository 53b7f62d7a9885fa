"""Verbs of the models as actions of the admin: a page that says what will happen, asks for words, calls the verb.

class PartnerAdmin(PlatformAdmin):
    verbs = ["suspend"]          # offered on the page of one organisation
    bulk_verbs = ["suspend"]     # and for those ticked in the list, with a preview

    @verb(_("Suspend"), permission="partners.decide_partner", form=ReasonForm, when=lambda p: p.can_be_suspended)
    def suspend(self, partner, *, by, reason):
        partner.suspend(by=by, reason=reason)
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldAdminTextareaWidget

from core.refusals import add_errors

# More objects than this are confirmed twice.
ASK_TWICE_ABOVE = 50
SHOWN_IN_PREVIEW = 20


class WordlessForm(forms.Form):
    """A verb that needs nothing but a yes."""


class ReasonForm(forms.Form):
    """Why: kept with the object and in the log."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("It is kept in the history."),
    )


@dataclass(frozen=True)
class Verb:
    """How a verb shows itself in the admin."""

    name: str
    title: Any
    permission: str
    call: Any
    form: type = WordlessForm
    when: Any = None
    explanation: Any = ""
    done: Any = gettext_lazy("Done.")
    is_grave: bool = False

    @property
    def slug(self):
        return self.name.replace("_", "-")

    def is_offered(self, user, obj):
        """Whether `user` holds the right and the object's state allows it."""
        return self.is_allowed(user, obj) and (self.when is None or bool(self.when(obj)))

    def is_allowed(self, user, obj):
        """Whether `user` holds the right, whatever the state."""
        return user.has_perm(self.permission, obj)


def verb(title, *, permission, **options):
    """Declare a method of an admin, (self, object, *, by, **what the form asks), as a verb."""

    def declare(method):
        method.verb = Verb(method.__name__, title, permission, method, **options)
        return method

    return declare


class VerbsMixin:
    """Offers `verbs` on the page of an object, and `bulk_verbs` for those ticked in the list."""

    verbs = ()
    bulk_verbs = ()
    change_form_outer_before_template = "admin/_verbs.html"

    def verb(self, name):
        """The declared verb called `name`."""
        return getattr(type(self), name).verb

    def get_urls(self):
        info = (self.opts.app_label, self.opts.model_name)
        return [
            path(
                f"<path:object_id>/{verb.slug}/",
                self.admin_site.admin_view(self.verb_view),
                {"name": verb.name},
                name=f"{info[0]}_{info[1]}_{verb.name}",
            )
            for verb in map(self.verb, self.verbs)
        ] + super().get_urls()

    def verb_url(self, name, obj):
        """The address of the page that calls a verb on `obj`."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=[obj.pk])

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data.get("original"):
            obj = response.context_data["original"]
            response.context_data["verbs"] = [
                {"verb": verb, "url": self.verb_url(verb.name, obj)}
                for verb in map(self.verb, self.verbs)
                if verb.is_offered(request.user, obj)
            ]
        return response

    # -- One object

    def verb_view(self, request, object_id, name):
        """GET says what will happen and asks; POST calls the verb and goes back to the object."""
        verb, obj = self.verb(name), self.get_object(request, unquote(object_id))
        if obj is None or not self.has_view_permission(request, obj):
            raise Http404
        if not verb.is_allowed(request.user, obj):
            raise PermissionDenied
        form = self.verb_form(verb, request, obj)
        if request.method == "POST" and form.is_valid():
            try:
                # A copy: the title of the page stays what it was when the verb is refused.
                verb.call(self, self.get_object(request, unquote(object_id)), by=request.user, **form.cleaned_data)
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, verb.done)
                return HttpResponseRedirect(self.after_verb_url(verb, obj))
        return self.verb_page(request, verb, form, objects=[obj], back=self.change_url(obj))

    def verb_form(self, verb, request, obj=None):
        """The form a verb asks for."""
        return verb.form(request.POST if request.method == "POST" else None)

    def after_verb_url(self, verb, obj):
        """Where a verb leads: the object, or its list when it is gone."""
        gone = not self.model._default_manager.filter(pk=obj.pk).exists()
        return self.changelist_url() if gone else self.change_url(obj)

    def change_url(self, obj):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def changelist_url(self):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def verb_page(self, request, verb, form, *, objects, back, **extra):
        """The page of a verb, for one object or several."""
        context = self.admin_site.each_context(request) | {
            "title": verb.title,
            "opts": self.opts,
            "verb": verb,
            "form": form,
            "objects": objects,
            "back": back,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/verb.html", context | extra)

    # -- Several objects

    def get_actions(self, request):
        actions = super().get_actions(request)
        for verb in map(self.verb, self.bulk_verbs):
            if request.user.has_perm(verb.permission):
                actions[verb.name] = (bulk(verb), verb.name, verb.title)
        return actions

    def bulk_view(self, request, queryset, verb):
        """Shows how many and which; asks twice for many; then calls the verb on each and reports."""
        count = queryset.count()
        needed = 2 if count > ASK_TWICE_ABOVE else 1
        # The list may have grown since the preview: then it is shown again.
        is_same = request.POST.get("_previewed") == str(count)
        confirmed = int(is_same and request.POST.get("_confirmed") == "1") + int(is_same and "_again" in request.POST)
        form = verb.form(request.POST if "_previewed" in request.POST else None)
        if confirmed >= needed and form.is_valid():
            return self.bulk_call(request, queryset, verb, form)
        # Wrong words or a grown list start again; only good words are confirmed for the second time.
        asks_again = confirmed == 1 and needed == 2 and form.is_valid()
        return self.verb_page(
            request,
            verb,
            form,
            objects=list(queryset[:SHOWN_IN_PREVIEW]),
            back=request.get_full_path(),
            bulk=True,
            count=count,
            more=max(count - SHOWN_IN_PREVIEW, 0),
            asks_again=asks_again,
            action_checkbox_name=ACTION_CHECKBOX_NAME,
            selected=[] if request.POST.get("select_across") == "1" else request.POST.getlist(ACTION_CHECKBOX_NAME),
            first_selected=(request.POST.getlist(ACTION_CHECKBOX_NAME) or [""])[0],
            select_across=request.POST.get("select_across", "0"),
        )

    def bulk_call(self, request, queryset, verb, form):
        """Call the verb on each object in a transaction of its own; who was refused is told with the reason."""
        done = 0
        for obj in queryset:
            try:
                if not verb.is_allowed(request.user, obj):
                    raise ValidationError(_("You may not do this."))
                with transaction.atomic():
                    verb.call(self, obj, by=request.user, **form.cleaned_data)
            except ValidationError as error:
                reasons = " ".join(error.messages)
                messages.warning(request, _("%(object)s: %(reason)s") % {"object": obj, "reason": reasons})
            else:
                done += 1
        messages.success(request, ngettext("Done for %(n)d.", "Done for %(n)d.", done) % {"n": done})
        return HttpResponseRedirect(request.get_full_path())


def bulk(verb):
    """The action of a list that calls `verb`."""

    def action(model_admin, request, queryset):
        return model_admin.bulk_view(request, queryset, verb)

    return action


class KeysOnly:
    """What no key can be, forged or broken, counts as nothing chosen."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if self.is_key(key)], attr)

    def is_key(self, value):
        try:
            self.field.remote_field.model._meta.pk.to_python(value)
        except ValidationError:
            return False
        return "\x00" not in str(value)


class FoundByTyping(KeysOnly, AutocompleteSelect):
    """One of thousands."""


class SeveralFoundByTyping(KeysOnly, AutocompleteSelectMultiple):
    """Some of thousands."""


def offer_search(form, model, *names):
    """Let fields of `form` that choose what `model` points at be found by typing: lists may be thousands long."""
    for name in names:
        field = form.fields[name]
        field.widget = FoundByTyping(model._meta.get_field(name), admin.site)
        field.widget.choices = field.choices


class AddedByVerb(VerbsMixin):
    """An object that comes into being by a verb: `add(self, *, by, **what the form asks)` returns it."""

    add_form = None
    add_explanation = ""

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        title = _("Add %(name)s") % {"name": self.opts.verbose_name}
        verb = Verb("add", title, "", None, form=self.add_form, explanation=self.add_explanation)
        form = self.add_form(request.POST or None, initial=self.get_changeform_initial_data(request))
        if request.method == "POST" and form.is_valid():
            try:
                with transaction.atomic():
                    obj = self.add(by=request.user, **form.cleaned_data)
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, _("Added: %(object)s") % {"object": obj})
                return HttpResponseRedirect(self.change_url(obj))
        return self.verb_page(request, verb, form, objects=[], back=self.changelist_url())

    def add(self, *, by, **values):
        """Call the verb that makes the object."""
        raise NotImplementedError
