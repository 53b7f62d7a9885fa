"""Practice datasheets: what is published, by which codes it is found, who reviews whom."""

from django.db.models import Exists, F, OuterRef

from home.checking.found import check
from partners.models import Affiliation
from practices import completeness, editions
from practices.coding import found_by
from practices.evidence import evidence_of
from practices.models import Assignment, Comment, Practice, Term, Version

ROWS_AT_ONCE = 500


def current(practices):
    return Version.objects.current().filter(practice=OuterRef(practices))


@check("error")
def published_practices_nobody_can_read():
    """A sheet that was ever published has one version readers find."""
    for practice in Practice.objects.exclude(published_at=None).filter(~Exists(current("pk"))):
        yield f"practice {practice.code} is {practice.status} and has no current version"


@check("error")
def versions_of_what_was_never_published():
    for version in Version.objects.filter(practice__published_at=None).select_related("practice"):
        yield f"practice {version.practice.code} was never published and has version {version.number}"


@check("error")
def published_practices_nobody_has_confirmed():
    """Publishing confirms: without a moment the yearly review would pass it by."""
    for practice in Practice.objects.exclude(published_at=None).filter(confirmed_at=None):
        yield f"practice {practice.code} is published and nobody knows since when it holds"


@check("error")
def practices_of_an_edition_nobody_knows():
    for model in (Practice, Version):
        for row in model.objects.exclude(edition__in=editions.codes()):
            yield f"{model._meta.verbose_name} {row.pk} was written by the edition {row.edition!r}, which never was"


@check("error")
def comments_on_unknown_sections():
    """A comment on a section that is not of the sheet's form stands nowhere on its desk."""
    for comment in Comment.objects.filter(practice__edition__in=editions.codes()).select_related("practice"):
        if editions.edition(comment.practice.edition).section(comment.section) is None:
            yield f"comment {comment.pk} is about the section {comment.section!r} {comment.practice.code} has not"


@check("error")
def people_who_review_what_they_wrote():
    for row in Assignment.objects.filter(user=F("content_object__author")).select_related("content_object"):
        yield f"person {row.user_id} is asked to review {row.content_object.code}, which is her own"


@check("warning")
def people_who_review_what_their_organisation_brings():
    """They belonged nowhere near it when they were asked; the veto keeps them from judging, so somebody else has to."""
    belongs = Affiliation.objects.active().filter(
        person=OuterRef("user"), partner=OuterRef("content_object__organisation")
    )
    rows = Assignment.objects.open().filter(Exists(belongs)).exclude(user=F("content_object__author"))
    for row in rows.select_related("content_object"):
        yield f"person {row.user_id} is asked to review {row.content_object.code}, which her own organisation brings"


@check("warning")
def reviewers_who_cannot_sign_in():
    for row in Assignment.objects.open().filter(user__is_active=False).select_related("content_object"):
        yield f"person {row.user_id} is asked to review {row.content_object.code} and cannot sign in"


@check("warning")
def answers_no_vocabulary_knows():
    """An old file may hold one; such an answer is read by its code, and no list can be narrowed by its name."""
    known = set(Term.objects.values_list("vocabulary__slug", "code"))
    for version in Version.objects.public().filter(edition__in=editions.codes()).iterator(ROWS_AT_ONCE):
        for question in version.form.questions.values():
            answer = version.contents.get(question.key)
            if question.kind in ("choice", "choices") and answer is not None:
                for code in [answer] if isinstance(answer, str) else answer:
                    if (question.vocabulary, code) not in known:
                        yield f"version {version.pk} answers {question.key} by {code!r}, which no vocabulary knows"


@check("warning")
def versions_found_by_other_codes():
    """Codes also name regions and broader terms: when a country moves to another region, they are no longer true."""
    versions = Version.objects.current().filter(edition__in=editions.codes())
    for version in versions.prefetch_related("practice__tags").iterator(ROWS_AT_ONCE):
        tags = [(tag.question, tag.code) for tag in version.practice.tags.all()]
        if version.codes != sorted(found_by(version.contents, version.form, tags)):
            yield f"version {version.pk} is not found by what it says and is tagged with"


@check("error")
def evidence_that_differs_from_its_rule():
    for version in Version.objects.current().iterator(ROWS_AT_ONCE):
        if version.evidence_level != evidence_of(version.contents).level:
            yield f"version {version.pk} has evidence level {version.evidence_level}, and its figures have another"


@check("error")
def completeness_that_differs_from_its_rule():
    for practice in Practice.objects.filter(edition__in=editions.codes()).iterator(ROWS_AT_ONCE):
        if practice.completeness_percent != completeness.percent(practice.contents, practice.form):
            yield f"practice {practice.code} says it is {practice.completeness_percent} % complete, and is not"
