"""How people write a page, and how it is shown.

A page is one plain text, in one field, written as one writes a letter or a message on a phone. Four habits are
understood, and nothing needs to be learnt for a good page:

    = A heading            a line that begins with an equals sign; two of them make a smaller heading
    - one of several       lines that begin with a dash, a dot or a star; 1. 2. 3. for steps
    [[Title of a page]]    a link to another page of this wiki, written or not; [[Title|other words]] shows other words
    https://…              an address becomes a link by itself

An empty line begins a new paragraph; all else stands as it was typed. Sections with a field each were considered: on
a phone they are many small boxes, they cannot be moved without a script, and two texts compare badly. One text is also
what is kept, compared and taken along.

What people type is never markup of ours: each piece is escaped where it is put together (format_html), a link leads
to http(s) or to a page of the same space, and every rule below reads a line once.
"""

import re
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from wiki.titles import address_of, tidy

LONGEST_TITLE = 120

HEADING = re.compile(r"(={1,2})\s+(\S.*)")
BULLET = re.compile(r"[-*•–]\s+(\S.*)")
STEP = re.compile(r"([0-9]{1,3})[.)]\s+(\S.*)")
PIECE = re.compile(r"\[\[([^\[\]\n]{1,300})\]\]|(https?://[^\s<>\"«»]{3,2000})")
# What ends a sentence does not belong to the address before it.
AFTER_ADDRESS = ".,;:!?)]}'’”…"


@dataclass(frozen=True)
class Heading:
    """A line that names what follows, with its mark in the page; level 2 or 3, as the title of the page is 1."""

    text: str
    level: int
    mark: str


@dataclass
class Block:
    """Lines that belong together: a "paragraph", a list of "points" or "steps", or a heading."""

    kind: str
    lines: list = field(default_factory=list)
    heading: Heading | None = None
    # The number of the first step.
    start: int = 1


@dataclass(frozen=True)
class Reference:
    """A link to another page as it was typed: the title it names, the address of that, and the words it shows."""

    title: str
    slug: str
    words: str


def blocks(text, mark="part"):
    """The Blocks of `text` in their order; `mark` begins the marks of its headings."""
    found, current, number, has_big = [], None, 0, False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = line.strip()
        if not words:
            current = None
        elif heading := HEADING.fullmatch(words):
            number += 1
            # A smaller heading above all big ones would have nothing to belong to.
            level = 3 if heading[1] == "==" and has_big else 2
            has_big = has_big or level == 2
            found.append(Block("heading", heading=Heading(heading[2].rstrip("= ") or words, level, f"{mark}-{number}")))
            current = None
        else:
            kind, words, start = kind_of(words)
            if current is None or current.kind != kind:
                current = Block(kind, start=start)
                found.append(current)
            current.lines.append(words)
    return found


def kind_of(line):
    """("points" | "steps" | "paragraph", the line without its mark, its number)."""
    if match := BULLET.fullmatch(line):
        return "points", match[1], 1
    if match := STEP.fullmatch(line):
        return "steps", match[2], int(match[1])
    return "paragraph", line, 1


def contents(text):
    """[(Heading, [its smaller Headings])] of a page."""
    found = []
    for block in blocks(text):
        if block.heading and (block.heading.level == 2 or not found):
            found.append((block.heading, []))
        elif block.heading:
            found[-1][1].append(block.heading)
    return found


def reference(inside):
    """The Reference of what stands between the brackets, or None where no page could have that title."""
    title, _bar, words = inside.partition("|")
    title = tidy(title)[:LONGEST_TITLE].strip()
    slug = address_of(title)
    return Reference(title, slug, tidy(words) or tidy(title)) if slug else None


def references(text):
    """{address: Reference} of all links to pages in `text`, each once, in their order."""
    found = {}
    for match in PIECE.finditer(text):
        if match[1] and (one := reference(match[1])):
            found.setdefault(one.slug, one)
    return found


def as_html(text, link_of, mark="part"):
    """The page as safe HTML. `link_of(Reference)` gives (address or None, whether the page is written)."""
    parts = [block_as_html(block, link_of) for block in blocks(text, mark)]
    return format_html_join("\n", "{}", ((part,) for part in parts))


def block_as_html(block, link_of):
    if block.heading:
        return format_html('<h{0} id="{1}">{2}</h{0}>', block.heading.level, block.heading.mark, block.heading.text)
    lines = [line_as_html(line, link_of) for line in block.lines]
    if block.kind == "paragraph":
        return format_html("<p>{}{}</p>", lines[0], format_html_join("", "<br>{}", ((line,) for line in lines[1:])))
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    if block.kind == "points":
        return format_html("<ul>{}</ul>", items)
    return format_html('<ol start="{}">{}</ol>', block.start, items)


def line_as_html(line, link_of):
    """One line, its links made."""
    pieces, end = [], 0
    for match in PIECE.finditer(line):
        pieces.append(line[end : match.start()])
        pieces.append(reference_as_html(match, link_of) if match[1] else address_as_html(match[2]))
        end = match.end()
    pieces.append(line[end:])
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def reference_as_html(match, link_of):
    """A link to a page; one that is not written yet says so in words."""
    one = reference(match[1])
    if one is None:
        return match[0]
    url, is_written = link_of(one)
    if is_written:
        return format_html('<a href="{}">{}</a>', url, one.words)
    words = format_html('<a href="{}">{}</a>', url, one.words) if url else one.words
    return format_html('{} <span class="note">({})</span>', words, _("not written yet"))


def address_as_html(address):
    """A link to anywhere, without what ended the sentence."""
    url = address.rstrip(AFTER_ADDRESS)
    # "(see https://example.org/a_(b))" keeps the bracket that was opened inside.
    if url.count("(") > url.count(")") and address[len(url) : len(url) + 1] == ")":
        url += ")"
    if url.endswith("//"):
        return address
    return format_html('<a href="{0}" rel="nofollow noopener">{0}</a>{1}', url, address[len(url) :])
