"""Which fields say something about a person. A new field without a mark fails the build.

personal: identifies or describes a person; it goes with erasure and is in "Download my data", unless explained.
plain: everything else. Words in three languages are marked once, under their name without the language.
"""

MARKS = {
    "core.Activity": {
        "personal": "actor",
        "plain": "id verb content_type object_id object data source created_at announced_at",
    },
    "core.StoredFile": {
        "personal": "uploaded_by name created_at",
        "plain": "id file content_type size_bytes sha256",
    },
    "core.Theme": {"plain": "id slug name position"},
    "regions.Region": {"plain": "id slug name parent position"},
    "regions.Country": {"plain": "alpha2 alpha3 m49 name latitude longitude region is_un_member"},
    "regions.Place": {"plain": "code name country latitude longitude population other_names"},
    "accounts.User": {
        "personal": "email name country language time_zone interests password last_login joined_at groups"
        " first_days_closed_at",
        "plain": "id is_superuser is_staff is_active erased_at user_permissions",
    },
    "accounts.Consent": {"personal": "person purpose text language given_at withdrawn_at", "plain": "id"},
    "partners.Partner": {
        "plain": "id status status_since joined_on status_reason name acronym slug type nature country website"
        " place gives_funds created_at merged_into plain_name",
    },
    "partners.Affiliation": {
        "personal": "person partner status is_focal_point requested_at started_at ended_at",
        "plain": "id",
    },
    "partners.JoiningApplication": {
        "personal": "applicant status name acronym type nature country place website gives_funds wishes_to_be"
        " motivation contact_name contact_role contact_email contact_phone is_authorised created_at updated_at"
        " submitted_at decided_at missing_words reason",
        "plain": "id missing_pieces proposed_as decided_by_body decided_on decision_reference partner",
    },
    "partners.Piece": {"plain": "id application kind stored"},
    "partners.Invitation": {
        "personal": "email name language invited_by accepted_by answered_at status is_focal_point created_at partner",
        "plain": "id expires_at",
    },
    "partners.MailDomain": {"plain": "id partner domain"},
    "partners.Sheet": {
        "plain": "id partner short presentation activities interests services needs networks themes countries"
        " languages logo poster completeness_percent updated_at reminded_at draft draft_at draft_logo draft_poster",
    },
    "partners.Agreement": {
        "plain": "id partner kind title reference starts_on ends_on document note is_public alerted_at",
    },
    "practices.SavedSearch": {"personal": "person name query created_at looked_at", "plain": "id"},
    "api.Key": {"personal": "person name prefix created_at used_on", "plain": "id token_hash"},
    "messaging.Conversation": {
        "personal": "starter partner subject language status created_at last_message_at",
        "plain": "id",
    },
    "messaging.Message": {"personal": "author side text created_at", "plain": "id conversation key"},
    "messaging.Block": {"personal": "person partner created_at", "plain": "id"},
    "messaging.Report": {
        "personal": "conversation reporter about reason created_at outcome words settled_at settled_by barred_until",
        "plain": "id",
    },
    "spaces.Space": {"plain": "id slug audience region"},
    "spaces.Membership": {"personal": "space person role started_at ended_at", "plain": "id"},
    "spaces.Visit": {"personal": "space person last_at before_at", "plain": "id"},
    "interfaces.Interface": {"plain": "id slug name short description position space themes objectives"},
    "search.Term": {"plain": "id concept language words stems"},
    "interfaces.Pin": {"plain": "id interface content_type object_id object position words created_at"},
    "discussions.Thread": {
        "personal": "starter kind title language created_at closed_at closed_by conclusion",
        "plain": "id space themes is_pinned number_of_posts last_post_at split_from merged_into key",
    },
    "discussions.Descent": {"plain": "id thread content_type object_id object created_at"},
    "discussions.Post": {
        "personal": "thread author text language mentioned stored created_at edited_at hidden_at hidden_by"
        " hidden_reason appeal_text appealed_at upheld_at warned_at warning",
        # The database makes plain_text of text.
        "plain": "id quotes key plain_text",
    },
    "discussions.PostEdition": {"personal": "text replaced_at", "plain": "id post"},
    "discussions.Reaction": {"personal": "person post kind created_at", "plain": "id"},
    "discussions.Follow": {"personal": "person thread state created_at", "plain": "id"},
    "discussions.Draft": {"personal": "person thread title text saved_at", "plain": "id space"},
    "discussions.PostReport": {
        "personal": "post reporter reason created_at outcome settled_at settled_by",
        "plain": "id",
    },
    "questions.Expert": {"personal": "person themes regions started_at ended_at", "plain": "id"},
    "questions.Question": {
        "personal": "asker title text language is_unnamed status reason asked_at answered_at",
        "plain": "id themes region experts key",
    },
    "questions.Answer": {
        "personal": "author text language answered_at edited_at accepted_at",
        "plain": "id question key",
    },
    "questions.FollowUp": {"personal": "author text language written_at", "plain": "id question key"},
    "events.Meeting": {
        "personal": "organiser kind title created_at starts_at",
        "plain": "id space region agenda place link language time_zone duration_minutes status uid sequence changed_at"
        " cancelled_at reason reminded_at",
    },
    "events.Event": {
        "personal": "organiser kind title created_at starts_at",
        "plain": "id space region description language spoken_languages ends_at time_zone place link registers_until"
        " seats questions status uid sequence changed_at cancelled_at reason reminded_at recording outcome document"
        " reported_at",
    },
    "events.Registration": {"personal": "event person state answers since was_present", "plain": "id"},
    "events.OutsideMeeting": {
        "plain": "id title organiser place country starts_on ends_on priority address note",
    },
    "events.OutsideAttendance": {"personal": "meeting person said_at", "plain": "id"},
    "events.MeetingDate": {"plain": "id meeting starts_at"},
    "events.Availability": {"personal": "date person answer answered_at", "plain": "id"},
    "events.Participation": {"personal": "meeting person answer answered_at was_present", "plain": "id"},
    "events.Minutes": {"personal": "draft_by draft_at", "plain": "id meeting draft pen"},
    "events.MinutesEdition": {"personal": "published_by published_at", "plain": "id minutes text"},
    "events.Decision": {"personal": "owner text due_on created_at done_at", "plain": "id meeting"},
    "events.CalendarFeed": {"personal": "person created_at", "plain": "id token_hash"},
    "wiki.Page": {
        "plain": "id space slug title plain_title language text number is_protected translation_of translated_from key"
        " created_at changed_at removed_at reason",
    },
    "wiki.Edition": {
        "personal": "author title number summary written_at",
        "plain": "id page text restored_from translated_from",
    },
    "wiki.Link": {"plain": "id page slug title"},
    "wiki.OldAddress": {"plain": "id space slug page"},
    "wiki.Follow": {"personal": "page person is_on seen created_at", "plain": "id"},
    "wiki.Draft": {
        "personal": "person title language text summary saved_at",
        "plain": "id space page original into seen",
    },
    "objectives.PlanVersion": {"plain": "id number name adopted_on is_in_force"},
    "objectives.Goal": {"plain": "id code"},
    "objectives.GoalText": {"plain": "id version goal name statement"},
    "objectives.Facility": {"plain": "id family code name position"},
    "objectives.Objective": {"plain": "id code goal facility"},
    "objectives.ObjectiveText": {"plain": "id version objective label title description notes"},
    "objectives.StrategyItem": {"plain": "id objective kind text position source is_example status updated_at"},
    "objectives.StrategyProposal": {
        "personal": "author objective change kind item text before why language created_at status comment"
        " commented_by commented_at decided_at decided_by reason",
        "plain": "id seen_at",
    },
    "objectives.Target": {"plain": "id version objective year text short value unit"},
    "colleges.College": {"plain": "id slug name short description number types space"},
    "colleges.Placement": {"plain": "id partner college reason placed_at"},
    "colleges.Group": {"plain": "id slug name short description space"},
    "colleges.Ambassador": {"personal": "person words named_by started_at ended_at reason", "plain": "id"},
    "colleges.AmbassadorActivity": {
        "personal": "ambassador happened_on title country place people_reached link created_at",
        "plain": "id",
    },
    "colleges.Action": {
        "personal": "owner title text due_on state created_at",
        "plain": "id college reason objectives closed_at",
    },
    "colleges.BureauMandate": {"personal": "person college starts_on ends_on ended_at reason", "plain": "id"},
    "colleges.KitItem": {"plain": "id title words link stored language position"},
    "taskforces.Duty": {"plain": "id role position text"},
    "taskforces.AnswerFile": {"plain": "id application key stored"},
    "taskforces.JoiningForm": {"plain": "id task_force version status published_at"},
    "taskforces.Question": {"plain": "id form key position kind is_required roles label help choices"},
    "taskforces.Stage": {"plain": "id number code title description is_confirmed"},
    "taskforces.Output": {"plain": "id stage code title is_required can_be_attested position"},
    "taskforces.StageRecord": {"personal": "moved_by", "plain": "id task_force stage since until way reason"},
    "taskforces.OutputDelivery": {
        "personal": "delivered_by note taken_back_by",
        "plain": "id task_force output delivered_at link taken_back_at reason",
    },
    "taskforces.TaskForce": {"plain": "id objective space purpose is_joining_open joining_opens_at joining_closes_at"},
    "taskforces.Seat": {
        "personal": "person task_force role region started_at ended_at expires_at renewal_wished_at deputy_since",
        "plain": "id",
    },
    "taskforces.Call": {"plain": "id task_force role region opened_at deadline"},
    "taskforces.Consultation": {"plain": "id call opens_at closes_at"},
    "taskforces.CandidateSupport": {"personal": "application person created_at", "plain": "id"},
    "taskforces.CandidateComment": {"personal": "application author text language created_at", "plain": "id"},
    "taskforces.Statement": {
        "personal": "application motivation experience contribution time language letter updated_at sent_at",
        "plain": "id",
    },
    "taskforces.Application": {
        "personal": "person task_force role region country answers language status submitted_at decided_at"
        " decided_by reason call",
        "plain": "id form created_at updated_at",
    },
    "taskforces.Message": {"personal": "application author text created_at", "plain": "id"},
    "taskforces.Enquiry": {
        "personal": "person name email organisation question language may_be_published shows_name status created_at"
        " confirmed_at answer closed_at closed_by why reason published_at",
        "plain": "id task_force key draft answer_language forgotten_at",
    },
    "projects.Idea": {
        "personal": "author title summary partners_wanted language status reason created_at edited_at",
        "plain": "id task_force gap regions countries natures_wanted key",
    },
    "projects.Support": {"personal": "person idea created_at", "plain": "id"},
    "projects.Comment": {
        "personal": "author text language created_at edited_at removed_at hidden_at hidden_reason",
        "plain": "id idea parent key",
    },
    "projects.ProjectTeam": {"personal": "founded_by", "plain": "id idea name purpose created_at"},
    "projects.TeamMember": {
        "personal": "team person partner role status invited_by invited_at answered_at ended_at",
        "plain": "id",
    },
    "library.Work": {
        "personal": "added_by created_at",
        "plain": "id space type title abstract authors year publisher doi licence themes regions objectives status"
        " reason key renewed_at updated_at plain_words",
    },
    "library.Version": {
        "personal": "added_by added_at",
        "plain": "id work language number edition stored address is_current",
    },
    "library.Download": {"plain": "id version month number"},
    "practices.Vocabulary": {"plain": "id slug name note"},
    "practices.Term": {"plain": "id vocabulary code name help parent position agrovoc is_retired"},
    "practices.Practice": {
        "personal": "author authors title language contents status licence reason organisation begun_at saved_at"
        " submitted_at published_at confirmed_at held_by",
        "plain": "id edition completeness_percent wocat_code fao_code revision key pen held_until reminded_at",
    },
    "practices.Version": {
        "personal": "authors published_by",
        "plain": "id practice number edition language licence organisation contents withheld title words codes"
        " evidence_level completeness_percent is_current published_at recoded_at search_en search_fr search_es titles",
    },
    "practices.Illustration": {
        "personal": "practice kind caption licence added_by added_at",
        "plain": "id versions stored small is_agreed is_on_sheet",
    },
    "practices.Tag": {"personal": "tagged_by", "plain": "id practice question code tagged_at"},
    "practices.Site": {"plain": "id version name country latitude longitude is_blurred"},
    "practices.Assignment": {
        "personal": "user content_object assigned_by assigned_at due_on",
        "plain": "id permission",
    },
    "practices.Comment": {"personal": "practice section text author created_at settled_at", "plain": "id"},
    "taskforces.RegisterItem": {
        "personal": "added_by created_at",
        "plain": "id task_force type title description language regions country address plain_address doi authors year"
        " organisations status reason updated_at merged_into plain_title plain_words",
    },
    "taskforces.Gap": {
        "personal": "named_by created_at why statement",
        "plain": "id task_force region type status outcome settled_at told_at",
    },
    "taskforces.GapSupport": {"personal": "person created_at", "plain": "id gap"},
    "notifications.Notice": {
        "personal": "recipient activity audience kind rhythm space created_at read_at gathered_at",
        "plain": "id digest",
    },
    "notifications.NoticeSetting": {
        "personal": "person about_me task meeting discussion question library search news digest hour weekday"
        " paused_until changed_at",
        "plain": "id",
    },
    "notifications.RoomChoice": {"personal": "person space rhythm", "plain": "id"},
    "notifications.Digest": {"personal": "person rhythm begins_on written_at", "plain": "id"},
    "notifications.Mail": {
        "personal": "email name language",
        "plain": "id notice digest activity audience status created_at due_at claimed_at sent_at attempts error",
    },
    "practices.Distinction": {"personal": "said_by", "plain": "id practice other said_at"},
    "practices.Provenance": {
        "personal": "imported_by",
        "plain": "id practice source identifier address licence has_texts imported_at",
    },
}

# What a person cannot take along, and why.
NOT_EXPORTED = {
    "practices.Distinction.said_by": "what she said is a fact about two sheets; her name goes with her account",
    "practices.Tag.tagged_by": "work of the secretariat; her name goes with her account",
    "practices.Provenance.imported_by": "work of the secretariat; her name goes with her account",
    "accounts.User.password": "a secret, kept only as a hash",
    "accounts.User.groups": "the secretariat's own rights; they describe the post",
    "taskforces.Application.decided_by": "says something about somebody else",
    "objectives.StrategyProposal.commented_by": "says something about somebody else",
    "objectives.StrategyProposal.decided_by": "says something about somebody else",
    "taskforces.Enquiry.name": "what visitors typed; the question of a person carries her account",
    "taskforces.Enquiry.email": "what visitors typed; the question of a person carries her account",
    "projects.ProjectTeam.founded_by": "stands in her activity",
    "projects.TeamMember.invited_by": "says something about somebody else",
    "practices.Practice.held_by": "gone within a quarter of an hour after the last word",
    "practices.Version.authors": "repeats what stands in the datasheet",
    "practices.Version.published_by": "stands in her activity",
    "practices.Assignment.assigned_by": "says something about somebody else",
    "colleges.Ambassador.named_by": "says something about somebody else",
    "discussions.Post.hidden_by": "says something about somebody else",
    "discussions.PostReport.settled_by": "says something about somebody else",
    "notifications.Notice.audience": "a word of the code",
    "messaging.Report.about": "says something about somebody else; what came of it is exported to whom it is about",
    "messaging.Report.settled_by": "says something about somebody else",
}


def marks_of(label):
    """{"personal": {fields}, "plain": {fields}} of the model `label`."""
    row = MARKS[label]
    return {kind: set(row.get(kind, "").split()) for kind in ("personal", "plain")}
