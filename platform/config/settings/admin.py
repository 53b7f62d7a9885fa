"""The secretariat's admin: its name, colours and side bar."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _


def changelist(title, icon, model):
    """An entry of the side bar that opens the list of `model` ("app_model")."""
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{model}_changelist")}


UNFOLD = {
    "SITE_TITLE": _("4 per 1000 secretariat"),
    "SITE_HEADER": "4 per 1000",
    "SITE_SUBHEADER": _("Secretariat"),
    "SITE_URL": "/",
    "SITE_SYMBOL": "psychiatry",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/favicon.svg")},
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_LANGUAGES": True,
    "LANGUAGES": {"action": reverse_lazy("admin:set-language")},
    "STYLES": [lambda request: static("css/admin.css")],
    "SCRIPTS": [lambda request: static("js/admin.js")],
    "DASHBOARD_CALLBACK": "home.today.dashboard",
    "COLORS": {
        "primary": {
            "50": "240 248 243", "100": "219 238 226", "200": "184 221 199", "300": "139 198 163",
            "400": "90 168 124", "500": "56 138 93", "600": "35 96 63", "700": "31 84 56",
            "800": "27 67 46", "900": "23 55 39", "950": "11 31 22",
        },
    },
    "SIDEBAR": {
        "show_search": True,
        "show_all_applications": False,
        "navigation": [
            {
                "title": _("Every day"),
                "items": [
                    {"title": _("Today"), "icon": "today", "link": reverse_lazy("admin:index")},
                    changelist(_("Applications"), "how_to_reg", "taskforces_application"),
                    changelist(_("Applications to join"), "domain_add", "partners_joiningapplication"),
                    changelist(_("Affiliations"), "badge", "partners_affiliation"),
                    changelist(_("Invitations"), "mail", "partners_invitation"),
                    changelist(_("Questions from outside"), "contact_support", "taskforces_enquiry"),
                    changelist(_("Reported conversations"), "flag", "messaging_report"),
                ],
            },
            {
                "title": _("Organisations and people"),
                "items": [
                    changelist(_("Partners"), "apartment", "partners_partner"),
                    changelist(_("Sheets"), "description", "partners_sheet"),
                    changelist(_("Agreements"), "handshake", "partners_agreement"),
                    changelist(_("People"), "group", "accounts_user"),
                    changelist(_("Colleges"), "diversity_3", "colleges_college"),
                    changelist(_("Placements"), "move_down", "colleges_placement"),
                    changelist(_("Groups"), "groups", "colleges_group"),
                    changelist(_("Plans of action"), "task", "colleges_action"),
                    changelist(_("Ambassadors"), "campaign", "colleges_ambassador"),
                    changelist(_("Work of ambassadors"), "event_available", "colleges_ambassadoractivity"),
                    changelist(_("Kit of ambassadors"), "work", "colleges_kititem"),
                ],
            },
            {
                "title": _("Task forces"),
                "items": [
                    changelist(_("Task forces"), "hub", "taskforces_taskforce"),
                    changelist(_("Seats"), "event_seat", "taskforces_seat"),
                    changelist(_("Where they stand"), "steppers", "taskforces_stagerecord"),
                    changelist(_("Attested outputs"), "task_alt", "taskforces_outputdelivery"),
                    changelist(_("Stages of the cycle"), "cycle", "taskforces_stage"),
                    changelist(_("Outputs of the stages"), "output", "taskforces_output"),
                    changelist(_("Meetings"), "groups_2", "events_meeting"),
                    changelist(_("Decisions"), "gavel", "events_decision"),
                    changelist(_("Registers"), "library_books", "taskforces_registeritem"),
                    changelist(_("Gaps"), "search_off", "taskforces_gap"),
                    changelist(_("Joining forms"), "quiz", "taskforces_joiningform"),
                    changelist(_("Duties of the roles"), "checklist", "taskforces_duty"),
                    changelist(_("Project ideas"), "lightbulb", "projects_idea"),
                    changelist(_("Project Teams"), "diversity_2", "projects_projectteam"),
                    changelist(_("Members of Project Teams"), "group_add", "projects_teammember"),
                    changelist(_("Comments"), "forum", "projects_comment"),
                ],
            },
            {
                "title": _("Rooms"),
                "items": [
                    changelist(_("Rooms"), "meeting_room", "spaces_space"),
                    changelist(_("Memberships of rooms"), "door_open", "spaces_membership"),
                    changelist(_("Events"), "event", "events_event"),
                    changelist(_("Outside meetings"), "travel_explore", "events_outsidemeeting"),
                    changelist(_("Discussions"), "forum", "discussions_thread"),
                    changelist(_("Posts"), "chat", "discussions_post"),
                    changelist(_("Reported posts"), "flag", "discussions_postreport"),
                    changelist(_("Library"), "library_books", "library_work"),
                    changelist(_("Wiki pages"), "menu_book", "wiki_page"),
                ],
            },
            {
                "title": _("Questions to scientists"),
                "items": [
                    changelist(_("Questions"), "help", "questions_question"),
                    changelist(_("Answers"), "question_answer", "questions_answer"),
                    changelist(_("Experts"), "school", "questions_expert"),
                ],
            },
            {
                "title": _("Practices"),
                "items": [
                    changelist(_("Practice datasheets"), "agriculture", "practices_practice"),
                    changelist(_("Reviewers"), "rate_review", "practices_assignment"),
                    changelist(_("Published versions"), "verified", "practices_version"),
                    changelist(_("From other databases"), "input", "practices_provenance"),
                    changelist(_("Vocabularies"), "list_alt", "practices_vocabulary"),
                    changelist(_("Terms"), "label", "practices_term"),
                ],
            },
            {
                "title": _("Strategy"),
                "items": [
                    changelist(_("Interfaces"), "interests", "interfaces_interface"),
                    changelist(_("Pinned on Interfaces"), "push_pin", "interfaces_pin"),
                    changelist(_("Search terms"), "search", "search_term"),
                    changelist(_("Objectives"), "flag", "objectives_objective"),
                    changelist(_("Texts of the objectives"), "article", "objectives_objectivetext"),
                    changelist(_("Context and activities"), "format_list_bulleted", "objectives_strategyitem"),
                    changelist(_("Proposals"), "edit_note", "objectives_strategyproposal"),
                    changelist(_("Targets"), "target", "objectives_target"),
                    changelist(_("Goals"), "layers", "objectives_goal"),
                    changelist(_("Texts of the goals"), "notes", "objectives_goaltext"),
                    changelist(_("Facilities"), "account_balance", "objectives_facility"),
                    changelist(_("Plan versions"), "history_edu", "objectives_planversion"),
                ],
            },
            {
                "title": _("The house"),
                "items": [
                    changelist(_("Mails"), "mail", "notifications_mail"),
                    changelist(_("Gathered mails"), "mail", "notifications_digest"),
                    changelist(_("Notices"), "notifications", "notifications_notice"),
                    changelist(_("Choices of mails"), "tune", "notifications_noticesetting"),
                    changelist(_("Keys for programs"), "key", "api_key"),
                    changelist(_("Activity"), "history", "core_activity"),
                    changelist(_("Countries"), "public", "regions_country"),
                    changelist(_("Regions"), "map", "regions_region"),
                    changelist(_("Themes"), "sell", "core_theme"),
                ],
            },
        ],
    },
}  # fmt: skip
