"""A letter: one template with the partials `title` and `body`, read as a line, as HTML and as plain text.

What is written once reaches its reader on a page, in the HTML part and in the text part of a mail.
"""

from html import unescape
from html.parser import HTMLParser
from textwrap import fill

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

LONGEST_TITLE = 200
WIDTH = 76
# Addresses and codes stay in one piece.
WHOLE_WORDS = {"break_long_words": False, "break_on_hyphens": False}


class Letter:
    """Title, body and the two parts of a mail, in the language that is active when they are asked for."""

    frame = "mail/letter"

    def __init__(self, template_name, context):
        self.template_name = template_name
        self.context = context

    def part(self, name):
        """The partial `name` rendered, or the empty string when the template has none."""
        try:
            template = get_template(f"{self.template_name}#{name}")
        except TemplateDoesNotExist:
            get_template(self.template_name)  # the letter itself must exist
            return ""
        return template.render(self.context).strip()

    def line(self, name):
        """The partial `name` as one line of plain text."""
        return " ".join(unescape(strip_tags(self.part(name))).split())

    @cached_property
    def title(self):
        """One line of plain text: names and titles in it cannot break a mail header."""
        return self.line("title")[:LONGEST_TITLE]

    @cached_property
    def body(self):
        """Paragraphs as safe HTML: the template has escaped what people wrote."""
        return mark_safe(self.part("body"))  # noqa: S308

    def frame_context(self):
        """What the frame of the mail shows around the body."""
        return {"title": self.title, "subject": self.title, "site_name": settings.SITE_NAME}

    @property
    def html(self):
        """The HTML part of the mail."""
        return render_to_string(f"{self.frame}.html", self.frame_context() | {"body": self.body})

    @property
    def text(self):
        """The text part of the mail: the same words."""
        return render_to_string(f"{self.frame}.txt", self.frame_context() | {"text": as_text(self.body)})


class _TextParser(HTMLParser):
    """Paragraphs, list items and quotations as lines of plain text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.current, self.quoted = [], [], 0

    def handle_starttag(self, tag, attrs):
        if tag in ("p", "li", "blockquote"):
            self.flush()
        if tag == "blockquote":
            self.quoted += 1
        if tag == "li":
            self.current.append("- ")
        if tag == "br":
            self.current.append("\n")

    def handle_endtag(self, tag):
        if tag in ("p", "li", "blockquote"):
            self.flush()
        if tag == "blockquote":
            self.quoted -= 1

    def handle_data(self, data):
        # A line ends where the HTML says so, not where its source was wrapped.
        self.current.append(data.replace("\n", " "))

    def flush(self):
        prefix = "> " * self.quoted
        lines = [" ".join(line.split()) for line in "".join(self.current).split("\n")]
        lines = [
            fill(line, WIDTH, initial_indent=prefix, subsequent_indent=prefix, **WHOLE_WORDS) for line in lines if line
        ]
        if lines:
            self.blocks.append("\n".join(lines))
        self.current = []


def as_text(html):
    """The HTML of a letter as plain text, 76 columns wide, addresses unbroken."""
    parser = _TextParser()
    parser.feed(html)
    parser.flush()
    return "\n\n".join(parser.blocks)
