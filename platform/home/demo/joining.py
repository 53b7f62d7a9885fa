"""Organisations that apply to join, in all states: begun, waiting, incomplete, proposed, decided on, withdrawn."""

import io

from django.utils import translation
from PIL import Image, ImageDraw

from core.uploads import PDF, CleanUpload
from home.demo.partners import rows
from home.demo.past import days_ago, happening
from home.demo.people import register
from home.demo.sheets import logo
from partners.models import JoiningApplication, Partner
from regions.models import Country, Place

ZONES = {
    "UY": "America/Montevideo",
    "CH": "Europe/Zurich",
    "SG": "Asia/Singapore",
    "ES": "Europe/Madrid",
    "MA": "Africa/Casablanca",
    "DK": "Europe/Copenhagen",
    "IN": "Asia/Kolkata",
    "CZ": "Europe/Prague",
}


def receive_organisations(*, by):
    """Each was begun and sent when its row says; then the secretariat and the bodies did their part."""
    sent = {row["key"]: apply(row) for row in rows("joining.csv")}
    with happening(days_ago(18)):
        sent["leon"].ask_for_pieces(
            ["declaration"],
            "La declaración no lleva firma. Por favor, envíela firmada por la presidencia de la cooperativa.",
            by=by,
        )
    with happening(days_ago(40)):
        candidate = Partner.objects.get(name="Alpine Soil Bank (demo)")
        sent["nora"].choose_organisation(candidate, by=by)
        sent["nora"].propose("member", by=by)
    with happening(days_ago(70)):
        sent["greta"].refuse(
            "The Initiative brings together those who work for soils. Trading certificates alone does not, "
            "and we found no project of yours on the land.",
            by=by,
        )
    with happening(days_ago(44)):
        sent["ravi"].withdraw(by=sent["ravi"].applicant)
    with happening(days_ago(27)):
        decided = {"body": "bureau", "decided_on": days_ago(29).date(), "reference": "Bureau, point 5"}
        sent["omar"].accept("partner", by=by, **decided)


def apply(row):
    """The application of one organisation, written and sent by one of its people; the last one is only begun."""
    with happening(days_ago(float(row["days"]) + 1)), translation.override(row["language"]):
        person = register(row["key"], {**row, "name": row["person"], "time_zone": ZONES[row["country"]]})
        application = JoiningApplication.begin(person)
        application.save_answers(answers_of(row, person), by=person)
    if row["key"] == "eliska":
        return application
    with happening(days_ago(float(row["days"]))):
        for kind in application.needed_pieces:
            application.put_piece(kind, file_of(kind, row), by=person)
        application.submit(by=person)
    return application


def answers_of(row, person):
    """What the row says, in the words of the form."""
    return {
        "name": row["name"],
        "acronym": row["acronym"],
        "type": row["type"],
        "nature": row["nature"],
        "country": Country.objects.get(pk=row["country"]),
        "place": Place.objects.filter(country=row["country"]).called(row["city"]).first(),
        "website": row["website"],
        "wishes_to_be": row["wish"],
        "motivation": row["motivation"],
        "contact_name": row["person"],
        "contact_email": person.email,
        "is_authorised": True,
    }


def file_of(kind, row):
    """A page with the name of the organisation on it, or a logo."""
    if kind == JoiningApplication.Kind.LOGO:
        return CleanUpload(logo("ring", "#2f6f4e"), "image/png", "logo.png")
    return CleanUpload(page(kind.label, row["name"], row["person"]), PDF, f"{kind.value}.pdf")


def page(title, name, person):
    """A PDF of one page: a title, lines as if written, a name below."""
    sheet = Image.new("RGB", (595, 842), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((70, 70), str(title), fill="black", font_size=22)
    draw.text((70, 110), name, fill="black", font_size=14)
    for line in range(150, 560, 24):
        draw.line((70, line, 525, line), fill="#b9b9b9", width=3)
    draw.line((70, 680, 300, 680), fill="black")
    draw.text((70, 690), person, fill="black", font_size=12)
    out = io.BytesIO()
    sheet.save(out, "PDF")
    return out.getvalue()
