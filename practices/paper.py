"""A datasheet on paper: an accessible PDF (PDF/UA-1) in the language that is spoken now.

What people wrote goes to the typesetter as data; no word of it is ever part of its program.
"""

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import segno
import typst
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from practices.reading import WORDS_ON_TOP, Head, costs_of, facts_of, sections_of
from practices.summary import sentences_of

TEMPLATE = Path(__file__).parent / "data" / "paper" / "datasheet.typ"
# Two pictures fit on the first page.
MOST_PICTURES = 2


def paper_of(version):
    """The bytes of the PDF."""
    told = sheet_of(version) | {"pictures": pictures_of(version)}
    return typst.compile(
        template(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"sheet": json.dumps(told, ensure_ascii=False)},
    )


@cache
def template():
    return TEMPLATE.read_bytes()


def pictures_of(version):
    """What is printed on the first page, with its bytes; a picture whose file is gone is left out."""
    found = []
    for row in version.illustrations.exclude(small=None).in_order()[:MOST_PICTURES]:
        try:
            with row.small.file.open("rb") as file:
                content = [*file.read()]
        except FileNotFoundError:
            continue
        found.append({"content": content, "caption": row.caption, "licence": row.get_licence_display()})
    return found


def sheet_of(version):
    """Everything the paper says, as plain data in the reader's language."""
    head, contents, evidence = Head.of(version), version.contents, version.evidence
    level = _("%(number)s of 4: %(level)s") % {"number": int(evidence.level), "level": evidence.level.label}
    return {
        "language": get_language(),
        "code": version.practice.code,
        "title": head.title,
        "title_language": head.title_language,
        "description": head.description,
        "description_language": head.description_language,
        "author_names": version.author_names,
        "byline": byline(version),
        "address_shown": version.permanent_url.partition("://")[2],
        "qr": qr_of(version.permanent_url),
        "facts": [*facts_of(contents, version.form), (_("Evidence for soil carbon"), level)],
        "summary": sentences_of(contents, version.form),
        "sections": [section_on_paper(each) for each in sections_of_paper(version)],
        "costs": list(cost_lines(costs_of(contents))),
        "evidence": level,
        "demands": [(str(demand.sentence), met) for demand, met in evidence.demands] if evidence.level else [],
        "citation": version.citation(timezone.localdate()),
        "licence": _("Licence of the text: %(name)s, %(address)s") % {
            "name": version.licence_name,
            "address": version.licence_url,
        },
        "words": words(),
    }  # fmt: skip


def words():
    """What the paper says of itself."""
    return {
        "datasheet": _("Practice datasheet"),
        "plain": _("In plain words"),
        "evidence": _("Evidence for soil carbon"),
        "cite": _("Cite it"),
        "qr": _("Read this sheet on the web"),
        "change": pgettext("an effect", "Change"),
        "scale": _("From −3 to +3"),
        "before_after": _("Before and after"),
        "yes": _("yes"),
        "no": _("no"),
    }


def byline(version):
    """Who, for whom, when."""
    day = date_format(timezone.localtime(version.published_at), "DATE_FORMAT")
    told = [version.authors, str(version.organisation or "")]
    told.append(_("Version %(number)s of %(day)s") % {"number": version.number, "day": day})
    return " · ".join(part for part in told if part)


def qr_of(address):
    """The address as a picture for cameras, in SVG."""
    out = BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, border=0)
    return out.getvalue().decode()


def sections_of_paper(version):
    return sections_of(version.contents, version.form, original=version.language, without=WORDS_ON_TOP)


def section_on_paper(section):
    return {"title": section.title, "answers": [answer_on_paper(answer) for answer in section.answers]}


def answer_on_paper(answer):
    """One answer as the template draws it."""
    told = {
        "label": answer.question.label,
        "form": answer.form,
        "is_long": answer.is_long,
        "language": answer.language,
        "typed_in": answer.typed_in,
    }
    if answer.form == "impacts":
        changes = [change for _group, some in answer.changes for change in some]
        told["changes"] = [
            {"name": each.name, "score": each.score, "shown": each.shown, "told": change_in_words(each)}
            for each in changes
        ]
    elif answer.heads:
        told["heads"] = [str(head) for head in answer.heads]
        told["rows"] = [list(row) for row in answer.shown]
        told["said"] = [[(str(head), cell) for head, cell, _language in row] for row in answer.said_rows]
    elif answer.form == "ratings":
        told["pairs"] = [(str(name), str(level)) for name, level in answer.shown]
    else:
        told["text"] = ", ".join(answer.shown) if answer.form == "list" else str(answer.shown)
    return told


def change_in_words(change):
    """What it was and is, and what is said of it."""
    change_of = f"{change.before} → {change.after}" if change.before or change.after else ""
    return " · ".join(part for part in (change_of, change.comment) if part)


def cost_lines(told):
    """A line for the total of each stage, and the rate."""
    if told is None:
        return
    for stage, total in told["totals"]:
        amount = f"{number_format(total.amount, force_grouping=True)} {told['currency']}"
        if total.usd is not None and told["currency"] != "USD":
            usd = _("%(amount)s US dollars") % {"amount": number_format(total.usd, force_grouping=True)}
            amount = f"{amount} ({usd})"
        yield _("%(stage)s, total: %(amount)s") % {"stage": stage, "amount": amount}
