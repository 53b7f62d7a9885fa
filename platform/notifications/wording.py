"""The words of a notice: one template per activity and audience, read as title, HTML and text.

templates/notices/<app>/<model>_<verb>_<audience>.html has two partials, `title` and `body`.
"""

from html import unescape
from html.parser import HTMLParser
from textwrap import fill

from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import get_language


def template_name(key, audience):
    """The template of what happened (`key`, "app.model.verb") for those who hear it as `audience`."""
    app, model, verb = key.split(".")
    return f"notices/{app}/{model}_{verb}_{audience}.html"


class Wording:
    """Title, body and mail of one notice, in the language that is active when they are asked for."""

    def __init__(self, notice):
        self.notice = notice

    @cached_property
    def context(self):
        activity = self.notice.activity
        return {
            "object": activity.object,
            "actor": activity.actor,
            "data": activity.data,
            "recipient": self.notice.recipient,
            "audience": self.notice.audience,
        }

    def _part(self, part):
        name = template_name(self.notice.activity.key, self.notice.audience)
        return get_template(f"{name}#{part}").render(self.context)

    @property
    def title(self):
        """One line of plain text: names and titles in it cannot break a mail header."""
        return " ".join(unescape(strip_tags(self._part("title"))).split())[:200]

    @property
    def body(self):
        """Paragraphs as safe HTML."""
        return self._part("body").strip()

    @property
    def url(self):
        """The full address of the notice's button, on the configured site whatever a request may say."""
        language = get_language() or "en"
        path = reverse("notifications:open", args=[self.notice.pk])
        return f"{settings.SITE_URL}{path}" if path.startswith(f"/{language}/") else settings.SITE_URL

    @property
    def mail_html(self):
        """The HTML part."""
        return render_to_string("mail/notice.html", self._mail_context())

    @property
    def mail_text(self):
        """The text part: the same words."""
        return render_to_string("mail/notice.txt", self._mail_context() | {"text": as_text(self.body)})

    def _mail_context(self):
        return {
            "title": self.title,
            "body": self.body,
            "url": self.url,
            "language": get_language() or "en",
            "recipient": self.notice.recipient,
            "settings_url": f"{settings.SITE_URL}{reverse('accounts:profile')}",
            "site_name": settings.SITE_NAME,
        }


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
        self.current.append(data)

    def flush(self):
        prefix = "> " * self.quoted
        lines = [" ".join(line.split()) for line in "".join(self.current).split("\n")]
        lines = [fill(line, 76, initial_indent=prefix, subsequent_indent=prefix) for line in lines if line]
        if lines:
            self.blocks.append("\n".join(lines))
        self.current = []


def as_text(html):
    """The HTML of a notice as plain text, 76 columns wide."""
    parser = _TextParser()
    parser.feed(html)
    parser.flush()
    return "\n\n".join(parser.blocks)
