"""Datasheets at every step: the queue of those that wait, who reviews them, and what the secretariat does with them."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReadOnlyInline, State, state_filter, verb
from practices.admin.asking import ArchiveForm, AssignForm, ReleaseForm, TagForm, ToAuthorForm, UntagForm
from practices.admin.narrowing import CountryFilter, EvidenceFilter, RegionFilter
from practices.models import Assignment, Comment, Practice, Tag, Version

COLOURS = {
    "draft": "default",
    "submitted": "warning",
    "reviewed": "warning",
    "published": "success",
    "rejected": "danger",
    "archived": "info",
}
WAITING = {
    "reviewer": (_("Without reviewer"), lambda rows: rows.without_reviewer()),
    "publishing": (_("Reviewed, to be published"), lambda rows: rows.to_publish()),
    "all": (_("All under review"), lambda rows: rows.waiting()),
    "week": (_("For more than 7 days"), lambda rows: rows.waiting_longer_than(7)),
    "month": (_("For more than 30 days"), lambda rows: rows.waiting_longer_than(30)),
    "confirmation": (_("Yearly confirmation due"), lambda rows: rows.due()),
}


class AssignmentsInline(ReadOnlyInline):
    model = Assignment
    fields = ["reviewer", "assigned_by", "assigned_at", "due_on"]
    readonly_fields = ["reviewer"]
    ordering = ["due_on", "assigned_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user", "assigned_by", "content_object")

    @display(description=_("Reviewer"))
    def reviewer(self, assignment):
        return assignment.user


class VersionsInline(ReadOnlyInline):
    model = Version
    fields = ["number", "edition", "is_current", "evidence_level", "completeness_percent", "published_at"]
    ordering = ["-number"]

    def get_queryset(self, request):
        return super().get_queryset(request).light()


class CommentsInline(ReadOnlyInline):
    model = Comment
    fields = ["about", "text", "author", "created_at", "settled_at"]
    readonly_fields = ["about"]
    ordering = ["created_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author", "practice")

    @display(description=_("Section"))
    def about(self, comment):
        return comment.section_title


class TagsInline(ReadOnlyInline):
    model = Tag
    fields = ["answer", "tagged_by", "tagged_at"]
    readonly_fields = ["answer"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("tagged_by")

    @display(description=_("Answer"))
    def answer(self, tag):
        return str(tag)


@admin.register(Practice)
class PracticeAdmin(PlatformAdmin):
    """Authors write on their own pages; here sheets are found, led to reviewers, decided on and tagged."""

    can_add = can_change = False
    list_display = [
        *("code", "title", "state", "waiting_days", "reviewers", "due_on"),
        *("completeness", "language", "organisation", "author", "saved_at"),
    ]
    list_display_links = ["code", "title"]
    list_filter = [
        state_filter(_("what waits"), "waiting", **WAITING),
        ("status", ChoicesDropdownFilter),
        ("language", ChoicesDropdownFilter),
        RegionFilter,
        CountryFilter,
        EvidenceFilter,
        ("organisation", AutocompleteSelectFilter),
        ("author", AutocompleteSelectFilter),
        ("submitted_at", RangeDateFilter),
    ]
    search_fields = ["title", "authors", "author__name", "organisation__name", "wocat_code", "fao_code"]
    search_help_text = _("Code, title, authors, organisation, WOCAT or FAO code")
    fields = readonly_fields = [
        *("code", "title", "state", "waiting_days", "page", "language", "edition", "author", "organisation"),
        *("authors", "licence", "completeness", "missing_words", "reason", "wocat_code", "fao_code"),
        *("begun_at", "saved_at", "submitted_at", "published_at", "confirmed_at", "reminded_at"),
    ]
    inlines = [AssignmentsInline, CommentsInline, VersionsInline, TagsInline]
    verbs = [
        *("assign_reviewer", "release_reviewer", "review", "publish", "send_back", "reject"),
        *("confirm", "remind", "tag", "untag", "archive", "restore"),
    ]
    bulk_verbs = ["remind", "tag", "untag", "archive"]
    export_columns = [
        *("code", "title", "state", "waiting_days", "reviewers", "due_on", "completeness_percent"),
        *("language", "edition", "licence", "organisation", "author", "authors", "wocat_code", "fao_code"),
        *("begun_at", "saved_at", "submitted_at", "published_at", "confirmed_at", "reminded_at"),
    ]
    personal_columns = ["reviewers", "author", "authors"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("author", "organisation")
        return rows.prefetch_related(Prefetch("assignments", Assignment.objects.select_related("user")))

    def get_ordering(self, request):
        """What waits longest stands on top."""
        return Practice.objects.as_queue().query.order_by

    def get_search_results(self, request, queryset, search_term):
        """A code leads to its sheet alone."""
        found = queryset.by_code(search_term.strip())
        return (found, False) if found else super().get_search_results(request, queryset, search_term)

    def verb_form(self, verb, request, obj=None):
        options = {"practice": obj} if verb.form is ReleaseForm else {}
        return verb.form(request.POST if request.method == "POST" else None, **options)

    @display(description=_("Code"), ordering="id")
    def code(self, practice):
        return practice.code

    @display(description=_("Status"), ordering="status", label=COLOURS)
    def state(self, practice):
        return State(practice.status, practice.get_status_display())

    @display(description=_("Waiting, days"), ordering="submitted_at")
    def waiting_days(self, practice):
        return (timezone.now() - practice.submitted_at).days if practice.is_waiting else None

    @display(description=_("Reviewers"))
    def reviewers(self, practice):
        return ", ".join(str(each.user) for each in practice.assignments.all()) or "–"

    @display(description=_("Asked for until"))
    def due_on(self, practice):
        return min((each.due_on for each in practice.assignments.all() if each.due_on), default=None)

    @display(description=_("Complete"), ordering="completeness_percent")
    def completeness(self, practice):
        return f"{practice.completeness_percent} %"

    @display(description=_("Missing"))
    def missing_words(self, practice):
        return ", ".join(str(words) for _key, words in practice.missing) or "–"

    @display(description=_("On the page"))
    def page(self, practice):
        return format_html('<a href="{}">{}</a>', practice.desk_url, _("The sheet as it is written"))

    @verb(
        _("Assign a reviewer"),
        permission="practices.assign_reviewer_practice",
        form=AssignForm,
        when=lambda practice: practice.is_waiting,
        explanation=_("This person sees the whole sheet and may comment, review or reject it. Again: a new date."),
        done=_("The reviewer has been asked."),
    )
    def assign_reviewer(self, practice, *, by, user, due_on):
        practice.assign_reviewer(user, due_on=due_on, by=by)

    @verb(
        _("Release a reviewer"),
        permission="practices.assign_reviewer_practice",
        form=ReleaseForm,
        when=lambda practice: practice.assignments.all(),
        explanation=_("This person need not review it any more, and no longer sees what is not published."),
        done=_("The reviewer has been released."),
    )
    def release_reviewer(self, practice, *, by, person):
        practice.release_reviewer(person, by=by)

    @verb(
        _("Mark as reviewed"),
        permission="practices.review_practice",
        when=lambda practice: practice.can_be_reviewed,
        explanation=_("It is right and understandable. It can be published next."),
        done=_("The sheet is reviewed."),
    )
    def review(self, practice, *, by):
        practice.review(by=by)

    @verb(
        pgettext_lazy("a datasheet", "Publish"),
        permission="practices.publish_practice",
        when=lambda practice: practice.can_be_published,
        explanation=_("Everybody can read it, as a further version under the same code. A version is final."),
        done=_("The sheet is published."),
    )
    def publish(self, practice, *, by):
        practice.publish(by=by)

    @verb(
        _("Send back"),
        permission="practices.review_practice",
        form=ToAuthorForm,
        when=lambda practice: practice.can_be_sent_back,
        explanation=_("Its author goes on writing. What was published before stays."),
        done=_("The sheet is with its author again."),
    )
    def send_back(self, practice, *, by, reason):
        practice.send_back(reason, by=by)

    @verb(
        pgettext_lazy("a datasheet", "Reject"),
        permission="practices.reject_practice",
        form=ToAuthorForm,
        when=lambda practice: practice.can_be_rejected,
        explanation=_("It is not published. What was published before stays."),
        done=_("The sheet is rejected."),
        is_grave=True,
    )
    def reject(self, practice, *, by, reason):
        practice.reject(reason, by=by)

    @verb(
        _("Confirm"),
        permission="practices.confirm_practice",
        when=lambda practice: practice.can_be_confirmed,
        explanation=_("It still holds. The next yearly confirmation is due in a year."),
        done=_("The sheet is confirmed."),
    )
    def confirm(self, practice, *, by):
        practice.confirm(by=by)

    @verb(
        _("Remind"),
        permission="practices.remind_practice",
        when=lambda practice: practice.is_due,
        explanation=_("Its author is asked whether it still holds."),
        done=_("Its author has been reminded."),
    )
    def remind(self, practice, *, by):
        practice.remind(by=by)

    @verb(
        _("Tag"),
        permission="practices.tag_practice",
        form=TagForm,
        when=lambda practice: practice.can_be_tagged,
        explanation=_(
            "Published sheets are found by this answer, too. Readers see that the secretariat has added it. "
            "What the author has written stays as it is."
        ),
        done=_("The sheet is tagged."),
    )
    def tag(self, practice, *, by, answer):
        practice.tag(*answer, by=by)

    @verb(
        _("Remove a tag"),
        permission="practices.tag_practice",
        form=UntagForm,
        when=lambda practice: practice.can_be_tagged and practice.tags.exists(),
        explanation=_("The sheet is no longer found by this answer. What its author has answered stays."),
        done=_("The tag is removed."),
    )
    def untag(self, practice, *, by, answer):
        practice.untag(*answer, by=by)

    @verb(
        pgettext_lazy("a datasheet", "Archive"),
        permission="practices.archive_practice",
        form=ArchiveForm,
        when=lambda practice: practice.can_be_archived,
        explanation=_("Nobody reads it any more. Its address says that it was there, and why it went."),
        done=_("The sheet is archived."),
        is_grave=True,
    )
    def archive(self, practice, *, by, reason):
        practice.archive(reason, by=by)

    @verb(
        _("Bring back"),
        permission="practices.restore_practice",
        when=lambda practice: practice.can_be_restored,
        explanation=_("Everybody can read it again."),
        done=_("The sheet can be read again."),
    )
    def restore(self, practice, *, by):
        practice.restore(by=by)
