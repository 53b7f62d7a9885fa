"""Discussions in the admin: found, read, and looked after by the verbs moderators use too."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReasonForm, State, state_filter, verb
from discussions.models import Descent, Post, PostReport, Thread
from spaces.rooms import follows

# Whether it is open: how that is shown.
STATES = {
    True: State("open", pgettext_lazy("a discussion", "open")),
    False: State("closed", pgettext_lazy("a discussion", "closed")),
}
MERGED = State("merged", pgettext_lazy("a discussion", "merged"))


def space_behind(path):
    """What is followed so that the name of the space behind `path` asks nothing more."""
    return [path, *(f"{path}__{each}" for each in follows())]


@admin.register(Thread)
class ThreadAdmin(PlatformAdmin):
    """People discuss on the platform; here threads are found across all rooms."""

    can_add = can_change = False
    list_display = ["title", "space", "kind", "starter", "shown_state", "number_of_posts", "last_post_at"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(pgettext_lazy("discussions", "Open ones"), lambda rows: rows.open()),
            closed=(pgettext_lazy("discussions", "Closed ones"), lambda rows: rows.exclude(closed_at=None)),
            unanswered=(_("Unanswered"), lambda rows: rows.unanswered()),
            merged=(
                pgettext_lazy("discussions", "Merged into another one"),
                lambda rows: rows.exclude(merged_into=None),
            ),
        ),
        ("kind", ChoicesDropdownFilter),
        ("starter", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["title", "starter__name", "space__slug"]
    search_help_text = _("Title, person or room")
    fields = [
        "space",
        "kind",
        "title",
        "starter",
        "language",
        "is_pinned",
        "shown_state",
        "conclusion",
        "closed_by",
        "split_from",
        "merged_into",
        "shown_offspring",
        "number_of_posts",
        "created_at",
        "last_post_at",
    ]
    readonly_fields = fields
    verbs = ["reopen", "unpin"]
    export_columns = ["title", "space", "kind", "starter", "shown_state", "number_of_posts", "created_at"]
    personal_columns = ["starter"]

    def visible(self, rows, user):
        """Merged ones, too: they are found here alone."""
        return rows.lying_before(user)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("starter", "closed_by", "split_from", "merged_into", *space_behind("space"))

    @display(description=_("State"), label={"open": "success", "closed": "default", "merged": "info"})
    def shown_state(self, thread):
        return MERGED if thread.is_merged else STATES[thread.is_open]

    @display(description=_("What came of it"))
    def shown_offspring(self, thread):
        rows = Descent.objects.from_thread(thread).select_related("content_type")
        return "; ".join(f"{row.content_type.name}: {row.object or row.object_id}" for row in rows) or "–"

    @verb(
        _("Reopen"),
        permission="discussions.close_thread",
        when=lambda thread: not thread.is_open,
        explanation=_("People can write in it again. The conclusion goes."),
        done=_("The discussion is open again."),
    )
    def reopen(self, thread, *, by):
        thread.reopen(by=by)

    @verb(
        _("No longer pin"),
        permission="discussions.pin_thread",
        when=lambda thread: thread.is_pinned,
        explanation=_("It takes its place by its last post again."),
        done=_("The discussion is no longer pinned."),
    )
    def unpin(self, thread, *, by):
        thread.unpin(by=by)


@admin.register(Post)
class PostAdmin(PlatformAdmin):
    """What people wrote, to look after; nobody rewrites it."""

    can_add = can_change = False
    list_display = ["shown_text", "author", "thread", "shown_state", "created_at"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            standing=(_("Standing"), lambda rows: rows.filter(hidden_at=None)),
            hidden=(_("Hidden"), lambda rows: rows.exclude(hidden_at=None)),
            objected=(_("Objection waits"), lambda rows: rows.appeals()),
        ),
        ("author", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["text", "author__name", "thread__title"]
    fields = [
        "thread",
        "author",
        "text",
        "language",
        "shown_state",
        "hidden_by",
        "hidden_reason",
        "appeal_text",
        "warning",
        "created_at",
        "edited_at",
    ]
    readonly_fields = fields
    verbs = ["hide", "show"]
    bulk_verbs = ["hide"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author", "hidden_by", *space_behind("thread__space"))

    @display(description=_("Text"))
    def shown_text(self, post):
        return post.text[:80] or "–"

    @display(description=_("State"), label={"standing": "success", "hidden": "danger"})
    def shown_state(self, post):
        return State("hidden", _("hidden")) if post.is_hidden else State("standing", _("standing"))

    @verb(
        _("Hide"),
        permission="discussions.hide_post",
        form=ReasonForm,
        when=lambda post: post.can_be_hidden,
        explanation=_("Nobody reads it any more save its author and those who moderate. The author is told why."),
        done=_("The post is hidden. Whoever wrote it has been told."),
        is_grave=True,
    )
    def hide(self, post, *, by, reason):
        post.hide(reason[:500], by=by)

    @verb(
        _("Show again"),
        permission="discussions.show_post",
        when=lambda post: post.is_hidden,
        explanation=_("Everybody reads it again. The author is told."),
        done=_("Everybody reads it again. Whoever wrote it has been told."),
    )
    def show(self, post, *, by):
        post.show(by=by)


@admin.register(PostReport)
class PostReportAdmin(PlatformAdmin):
    """What people reported, and what came of it."""

    can_add = can_change = False
    list_display = ["post", "reporter", "shown_outcome", "created_at", "settled_at"]
    list_filter = [
        state_filter(_("what waits"), "waiting", open=(_("To settle"), lambda rows: rows.open())),
        ("outcome", ChoicesDropdownFilter),
    ]
    search_fields = ["post__thread__title", "reporter__name", "post__author__name"]
    fields = ["post", "post_words", "reporter", "reason", "created_at", "shown_outcome", "settled_at", "settled_by"]
    readonly_fields = fields
    verbs = ["settle"]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("reporter", "settled_by", "post__author", *space_behind("post__thread__space"))

    @display(description=_("What it says"))
    def post_words(self, report):
        return report.post.text

    @display(description=_("Outcome"), label={"nothing": "success", "warned": "warning", "hidden": "danger"})
    def shown_outcome(self, report):
        return State(report.outcome, report.get_outcome_display() or _("to settle"))

    @verb(
        _("Nothing to object to"),
        permission="discussions.settle_postreport",
        when=lambda report: report.is_open,
        explanation=_("The post stays as it is. Whoever reported it is told."),
        done=_("Settled. Those concerned have been told."),
    )
    def settle(self, report, *, by):
        report.settle(PostReport.Outcome.NOTHING, by=by)
