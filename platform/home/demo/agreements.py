"""The demo's agreements: the twenty supporters named at COP27, and grants, colleagues and roofs with their dates."""

from datetime import date, timedelta

from django.utils import timezone

from home.demo.partners import rows
from home.demo.past import days_ago, happening
from partners.models import Agreement

# The list of supporters was shown in Sharm el-Sheikh on this day; the first organisations of the demo are those.
SHOWN_ON = date(2022, 11, 16)
SUPPORTERS = 20


def keep_agreements(partners, *, by):
    """The register as it stands: public support, and what the secretariat alone knows."""
    with happening(days_ago(400)):
        for row in rows("partners.csv")[:SUPPORTERS]:
            agree(
                partners[row["name"]],
                kind=Agreement.Kind.SUPPORT,
                title="Support shown at COP27",
                starts_on=SHOWN_ON,
                is_public=True,
                by=by,
            )
    with happening(days_ago(45)):
        for row in rows("agreements.csv"):
            days = {"starts_on": day(row["starts"]), "ends_on": day(row["ends"])}
            agree(partners[row["organisation"]], kind=row["kind"], title=row["title"], by=by, **days)
    with happening(days_ago(20)):
        Agreement.objects.alert()


def agree(partner, *, by, **facts):
    """One line of the register."""
    agreement = Agreement.objects.create(partner=partner, **facts)
    agreement.record("registered", by=by, fields=[])


def day(text):
    """A day as the file has it: "2021-01-01", or counted from today, "+60"; nothing is nothing."""
    if text[:1] in ("+", "-"):
        return timezone.localdate() + timedelta(days=int(text))
    return date.fromisoformat(text) if text else None
