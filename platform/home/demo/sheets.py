"""The demo's sheets: in three languages or in one, with logos drawn here; one is old, one has an open draft."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

from core.loading import LANGUAGES, read_json
from core.uploads import PDF, CleanUpload
from home.demo.past import days_ago, happening
from partners.models import Sheet
from partners.models.contents import LISTS, TEXTS
from partners.models.sheet import UNTOUCHED_AFTER

SIDE = 320


def write_sheets(partners, *, by):
    """Each sheet was published when its row says; the focal points have read about the old one."""
    for row in read_json(Path(__file__).parent, "sheets.json"):
        partner = partners[row["name"]]
        author = partner.focal_points.order_by("pk").first() or by
        with happening(days_ago(row["days_ago"])):
            sheet = Sheet.of(partner)
            sheet.save_draft(contents_of(row), files=files_of(row), by=author)
            sheet.publish(by=author)
        if row["days_ago"] > UNTOUCHED_AFTER.days:
            with happening(days_ago(row["days_ago"] - UNTOUCHED_AFTER.days - 1)):
                sheet.remind(by=None)
        if row.get("draft"):
            with happening(days_ago(2)):
                sheet.save_draft(contents_of(row) | LAST_WORDS, by=author)


# What Fatou has begun to write and not published yet.
LAST_WORDS = {
    "services_fr": "Des visites de champs entre villages, de novembre à février.",
    "services_en": "Visits of fields between villages, from November to February.",
}


def contents_of(row):
    """The texts and lists of a row, in the shape a sheet is drafted in."""
    texts = {f"{name}_{code}": row.get(name, {}).get(code, "") for name in TEXTS for code in LANGUAGES}
    return texts | {name: row[name] for name in LISTS}


def files_of(row):
    """A logo of one shape and one colour, and a poster of one page, where the row has them."""
    files = {}
    if "logo" in row:
        files["logo"] = CleanUpload(logo(*row["logo"]), "image/png", "logo.png")
    if row.get("poster"):
        files["poster"] = CleanUpload(poster(row["logo"][1]), PDF, "poster.pdf")
    return files


def logo(shape, colour):
    """A PNG with a simple shape."""
    picture = Image.new("RGB", (SIDE, SIDE), "white")
    draw = ImageDraw.Draw(picture)
    SHAPES[shape](draw, colour)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def poster(colour):
    """A PDF with one coloured page."""
    out = io.BytesIO()
    Image.new("RGB", (595, 842), colour).save(out, "PDF")
    return out.getvalue()


def leaf(draw, colour):
    draw.ellipse((60, 20, 260, 220), fill=colour)
    draw.polygon([(160, 300), (90, 180), (230, 180)], fill=colour)
    draw.line((160, 300, 160, 90), fill="white", width=10)


def peaks(draw, colour):
    draw.polygon([(20, 280), (130, 60), (240, 280)], fill=colour)
    draw.polygon([(150, 280), (230, 130), (310, 280)], fill=colour)
    draw.polygon([(98, 124), (130, 60), (162, 124), (130, 108)], fill="white", outline=colour)


def ring(draw, colour):
    draw.ellipse((30, 30, 290, 290), outline=colour, width=34)
    draw.ellipse((125, 125, 195, 195), fill=colour)


def dunes(draw, colour):
    for offset in (0, 70, 140):
        draw.pieslice(
            (-60 + offset, 90 + offset // 2, 300 + offset, 390 + offset // 2), 180, 360, outline=colour, width=16
        )
    draw.ellipse((220, 30, 280, 90), fill=colour)


def drop(draw, colour):
    draw.ellipse((80, 120, 240, 280), fill=colour)
    draw.polygon([(160, 30), (88, 170), (232, 170)], fill=colour)


def layers(draw, colour):
    for top, height in ((40, 30), (95, 45), (165, 45), (235, 45)):
        draw.rectangle((40, top, 280, top + height), fill=colour)


SHAPES = {"leaf": leaf, "peaks": peaks, "ring": ring, "dunes": dunes, "drop": drop, "layers": layers}
