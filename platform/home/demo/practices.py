"""The demo's practice datasheets: in three languages, at each step of their way, with figures of all degrees.

Each has a file of its own in `data/practices/`. All of them name every zone and every land use; so do the published
ones alone.
"""

from pathlib import Path

from django.utils import timezone

from core.loading import read_json
from home.demo.past import days_ago, happening
from practices.models import Practice

HERE = Path(__file__).parent
REVIEW_DAYS = 28


def describe_practices(cast, partners, *, by):
    """40 sheets, the oldest first: their codes follow the calendar."""
    for row in sorted(told(), key=lambda row: -row["begun"]):
        Story(row, partners.get(row["organisation"]), cast, by).tell()


def told():
    """The sheets as they are written down, each with its `key`, the name of its file."""
    files = sorted((HERE / "data" / "practices").glob("*.json"))
    return [{"key": file.stem} | read_json(HERE, f"practices/{file.name}") for file in files]


class Story:
    """What became of one sheet: its row says how many days ago which step was taken."""

    def __init__(self, row, organisation, cast, secretariat):
        self.row, self.organisation, self.secretariat = row, organisation, secretariat
        self.author = cast.get(row["author"]) or organisation.focal_points.order_by("pk").first()
        self.reviewer = cast.get(row.get("reviewer"))

    def tell(self):
        row = self.row
        with happening(days_ago(row["begun"])):
            title = row["answers"]["title"][row["language"]]
            self.practice = Practice.objects.begin(
                title, language=row["language"], organisation=self.organisation, by=self.author
            )
            self.write(row["answers"])
        self.take_steps(row)
        if "revision" in row:
            with happening(days_ago(row["revision"]["begun"])):
                self.practice.revise(by=self.author)
                self.write(row["revision"]["answers"])
            self.take_steps(row["revision"])

    def write(self, answers):
        """Keep the answers. Raises ValueError for those that do not hold: the demo shows nothing half."""
        if faults := self.practice.write(answers, by=self.author):
            raise ValueError(f"{self.row['key']}: {faults}")

    def take_steps(self, days):
        """The verbs in their order, each on its day."""
        steps = (
            ("submitted", self.submit),
            ("commented", self.comment),
            ("sent_back", lambda: self.practice.send_back(self.row["reason"], by=self.reviewer)),
            ("reviewed", lambda: self.practice.review(by=self.reviewer)),
            ("rejected", lambda: self.practice.reject(self.row["reason"], by=self.secretariat)),
            ("published", self.publish),
            ("reminded", lambda: self.practice.remind(by=None)),
            ("confirmed", lambda: self.practice.confirm(by=self.author)),
            ("archived", lambda: self.practice.archive(self.row["reason"], by=self.secretariat)),
        )
        for name, step in steps:
            if name in days:
                with happening(days_ago(days[name])):
                    step()

    def submit(self):
        self.practice.submit(by=self.author)
        if self.reviewer:
            # A review that is over is asked for without a day: verbs take none that has passed.
            due_on = days_ago(self.row["submitted"] - REVIEW_DAYS).date()
            still = due_on if due_on >= timezone.localdate() else None
            self.practice.assign_reviewer(self.reviewer, by=self.secretariat, due_on=still)

    def comment(self):
        for section, text in self.row["comments"]:
            self.practice.comment(section, text, by=self.reviewer)

    def publish(self):
        self.practice.review(by=self.reviewer)
        self.practice.publish(by=self.secretariat)
