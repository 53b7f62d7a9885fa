"""Sheets for tests: a whole one as plain data, and one published by a few words."""

from core.loading import LANGUAGES
from core.uploads import clean_upload
from partners.models import Sheet
from partners.models.contents import TEXTS
from tests.papers import logo, upload

WHOLE = {f"{name}_{code}": f"{name} in {code}" for name in TEXTS for code in LANGUAGES} | {
    "themes": ["agroforestry"],
    "countries": ["BJ", "SN"],
    "languages": ["fr", "wo"],
}


def files():
    """A clean logo and a clean poster."""
    return {"logo": clean_upload(logo(), pictures_only=True), "poster": clean_upload(upload())}


def published(partner, contents=WHOLE, **more):
    """The sheet of `partner`, saying `contents`."""
    sheet = Sheet.of(partner)
    sheet.save_draft(contents, by=None, **more)
    sheet.publish(by=None)
    return sheet
