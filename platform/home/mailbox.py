"""The demo's mailbox: mails that would have left, read in the browser. Exists only where mails are kept as files."""

from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.views.generic import TemplateView


class Mailbox(TemplateView):
    """The newest mails of the demo, newest first."""

    template_name = "home/mailbox.html"

    def get_context_data(self, **kwargs):
        if not getattr(settings, "MAILBOX_URL", ""):
            raise Http404
        return super().get_context_data(mails=newest_mails(Path(settings.EMAIL_FILE_PATH), 50), **kwargs)


def newest_mails(folder, number):
    """The last `number` messages in `folder`, parsed, newest first: subject, to, date and text of each."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True) if folder.exists() else []
    mails = []
    for file in files[:number]:
        # Django's file backend writes a line of dashes after each message of a connection.
        for raw in reversed(file.read_bytes().split(b"\n" + b"-" * 79 + b"\n")):
            if raw.strip():
                mails.append(read(raw.lstrip()))
    return mails[:number]


def read(raw):
    """Subject, recipient, date and text of one stored message."""
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    return {
        "subject": message["Subject"],
        "to": message["To"],
        "date": message["Date"].datetime if message["Date"] else None,
        "text": body.get_content() if body else "",
    }
