"""The demo's organisations: the supporters the Initiative names, and invented ones marked "(demo)"."""

import csv
from itertools import groupby
from pathlib import Path

from home.demo.past import days_ago, happening, in_year
from partners.models import Partner

FOLDER = Path(__file__).parent / "data"


def rows(name):
    """The rows of a data file of the demo, as dictionaries."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found_partners(*, by):
    """{name: organisation}, each admitted in its year; candidates wait for a decision."""
    partners = {}
    of_year = sorted(rows("partners.csv"), key=lambda row: row["joined"] or "9999")
    for year, group in groupby(of_year, key=lambda row: row["joined"]):
        with happening(in_year(int(year)) if year else days_ago(12)):
            for row in group:
                partners[row["name"]] = found(row, by=by)
    return partners


def found(row, *, by):
    """One organisation as its row says."""
    partner = Partner.objects.create(
        name=row["name"],
        acronym=row["acronym"],
        type=row["type"],
        nature=row["nature"],
        country_id=row["country"],
        gives_funds=row["gives_funds"] == "1",
        joined_on=in_year(int(row["joined"])).date() if row["joined"] else None,
    )
    if row["status"] != Partner.Status.CANDIDATE:
        partner.admit(row["status"], by=by)
    return partner


def part_ways(partners, *, by):
    """One organisation left, whose leader's seat is flagged since; one is suspended."""
    with happening(days_ago(19)):
        partners["Soil Futures Consulting (demo)"].leave(by=by, reason="The company was dissolved.")
    with happening(days_ago(33)):
        partners["Terres d’avenir (demo)"].suspend(by=by, reason="No contact for two years.")
