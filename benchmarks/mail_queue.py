"""The mail queue against the machine's best: python benchmarks/mail_queue.py [--people 10000] [--mails 1000]

Writing notices and mails is compared with COPY into the same tables; delivering with smtplib on one connection and
messages made beforehand; and the act itself, whose notices a worker writes later, with and without readers.
"""

import argparse
import contextlib
import smtplib
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.house import ROOT, analyse, opened, say


@contextlib.contextmanager
def sink():
    """The port of a relay that accepts everything."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, ROOT / "benchmarks" / "sink.py", str(port)])
    try:
        end = time.monotonic() + 20
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            if time.monotonic() > end:
                sys.exit("The sink does not start.")
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def timed():
    """Seconds of the block, in a list."""
    seconds = []
    begin = time.perf_counter()
    yield seconds
    seconds.append(time.perf_counter() - begin)


def people_of_one_organisation(number):
    """An organisation with so many people, about which something will be told."""
    from accounts.models import User
    from partners.models import Affiliation, Partner

    partner = Partner.objects.get(slug="afris")
    people = User.objects.bulk_create(
        [
            User(email=f"reader{place}@benchmark.example", name=f"Reader {place}", language="fr")
            for place in range(number)
        ],
        batch_size=2000,
    )
    Affiliation.objects.bulk_create(
        [Affiliation(person=person, partner=partner, status="active") for person in people], batch_size=2000
    )
    analyse()
    return partner


def something_happens(partner):
    """An activity that everybody of the organisation hears of, not yet announced."""
    from core.models import Activity

    return Activity.objects.create(verb="suspended", object=partner, source="command", data={"reason": "A benchmark."})


def write_notices(partner):
    """Seconds to write the notices and mails of one activity."""
    from notifications.models import Notice

    activity = something_happens(partner)
    with timed() as seconds:
        Notice.objects.announce(activity.pk)
    return seconds[0], Notice.objects.filter(activity=activity).count()


def copy_notices(partner):
    """Seconds to COPY the same rows into the same tables, with their constraints and indexes."""
    from django.db import connection, transaction
    from django.utils import timezone

    from notifications.models import Notice

    activity = something_happens(partner)
    people = list(partner.affiliations.active().values_list("person", flat=True))
    now = timezone.now()
    with timed() as seconds, transaction.atomic(), connection.cursor() as cursor:
        columns = "(recipient_id, activity_id, audience, kind, rhythm, created_at)"
        with cursor.copy(f"COPY notifications_notice {columns} FROM STDIN") as copy:
            for person in people:
                copy.write_row((person, activity.pk, "people", "about_me", "at_once", now))
        notices = list(Notice.objects.filter(activity=activity).values_list("pk", flat=True))
        columns = "(notice_id, status, created_at, due_at, attempts, error, audience, email, name, language)"
        with cursor.copy(f"COPY notifications_mail {columns} FROM STDIN") as copy:
            for notice in notices:
                copy.write_row((notice, "dropped", now, now, 0, "", "", "", "", ""))
    return seconds[0]


def act(partner):
    """Seconds until an organisation is suspended, bell included, and it is a partner again."""
    with timed() as seconds:
        partner.suspend(by=None, reason="A benchmark.")
    partner.admit("partner", by=None)
    return seconds[0]


def acts_with_and_without_readers(partner, rounds=40):
    """Median seconds of the same act on an organisation everybody hears of, and on one without people."""
    from partners.models import Partner

    lonely = Partner.objects.filter(status="partner", affiliations=None).first()
    pairs = [(act(partner), act(lonely)) for _round in range(rounds)]
    return [statistics.median(seconds) for seconds in zip(*pairs, strict=True)]


def deliver_queue(number):
    """Seconds to claim, word and send `number` mails, one after the other, as a worker does."""
    from django.core.mail import get_connection

    from notifications.models import Mail

    connection = get_connection()
    with timed() as seconds:
        for _number in range(number):
            if not Mail.objects.claim().send(connection=connection):
                sys.exit(f"A mail was not sent: {Mail.objects.exclude(error='').first().error}")
        connection.close()
    return seconds[0]


def send_prepared(number, port):
    """Seconds smtplib needs for as many messages of the same size, made beforehand."""
    from notifications.models import Mail

    message = Mail.objects.filter(status=Mail.Status.WAITING).first().compose().message().as_bytes(linesep="\r\n")
    with timed() as seconds, smtplib.SMTP("127.0.0.1", port) as relay:
        for place in range(number):
            relay.sendmail("platform@localhost", [f"reader{place}@benchmark.example"], message)
    return seconds[0], len(message)


def compare_writing(partner, rounds):
    """Say how long notices take, COPY and the platform in turn; returns how many each round has written."""
    copy_notices(partner), write_notices(partner)  # warm caches
    pairs = [(copy_notices(partner), *write_notices(partner)) for _round in range(rounds)]
    copied, written = (statistics.median(column) for column in list(zip(*pairs, strict=True))[:2])
    number = pairs[0][2]
    say(f"\n{number} notices and mails: {written:.2f} s, {number / written:.0f} a second")
    say(f"COPY of the same rows:      {copied:.2f} s; ratio {copied / written:.2f}, medians of {rounds}")
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000, help="how many hear of one activity")
    parser.add_argument("--mails", type=int, default=1000, help="how many mails are delivered")
    parser.add_argument("--rounds", type=int, default=7, help="how often notices are written")
    options = parser.parse_args()
    with sink() as port, opened(mail_port=port):
        partner = people_of_one_organisation(options.people)
        number = compare_writing(partner, options.rounds)
        mails = min(options.mails, number)
        prepared, size = send_prepared(mails, port)
        delivered = deliver_queue(mails)
        rate = mails / delivered
        say(f"\n{mails} mails of {size} bytes, claimed, worded and sent: {delivered:.2f} s, {rate:.0f} a second")
        say(f"smtplib, prepared messages, one connection: {prepared:.2f} s; ratio {prepared / delivered:.2f}")
        told, untold = acts_with_and_without_readers(partner)
        say(f"\nThe act with {number} readers: {told * 1000:.1f} ms")
        say(f"the same without readers: {untold * 1000:.1f} ms; {told / untold:.2f} times")


if __name__ == "__main__":
    main()
