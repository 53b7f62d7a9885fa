"""How long pages take, as ratios in one run: python benchmarks/pages.py [--scale 5000]

First at the size of the demo, then with a crowd of organisations; last, sixteen readers at once over gunicorn.
"""

import argparse
import gzip
import io
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.house import analyse, opened, say, session_of
from benchmarks.readers import BARE, sixteen_readers
from benchmarks.wiki import fill_wiki

READER = "amina@demo.example"
WIKI_PAGE = "how-we-measure-soil-carbon"
PAGES = (
    ("landing", "/en/", None),
    ("partners", "/en/partners/", None),
    ("partners, last page", "/en/partners/?page=last", None),
    ("partners by region", "/en/partners/?region=africa", None),
    ("partners by words", "/en/partners/?q=andinos+suelos", None),
    ("partners near a city", "/en/partners/?near=Montpellier&within=1000", None),
    ("partners, slip of the pen", "/en/partners/?q=fundasion", None),
    ("map", "/en/partners/map/", None),
    ("map.json", "/en/partners/map.json?zoom=3", None),
    ("college", "/en/colleges/research-and-teaching/", None),
    ("task forces", "/en/task-forces/", None),
    ("task force A2", "/en/task-forces/a2/", None),
    ("objective A2", "/en/objectives/a2/", None),
    ("objective A2, signed in", "/en/objectives/a2/", READER),
    ("inbox of A2", "/en/task-forces/a2/applications/", READER),
    ("register of A2", "/en/task-forces/a2/register/", READER),
    ("register, last page", "/en/task-forces/a2/register/?page=last", READER),
    ("register by words", "/en/task-forces/a2/register/?q=carbon&region=africa", READER),
    ("register's table", "/en/task-forces/a2/register/table/", READER),
    ("members of A2", "/en/task-forces/a2/members/", READER),
    ("discussions of A2", "/en/spaces/task-force-a2/discussions/", READER),
    ("discussions by words", "/en/spaces/task-force-a2/discussions/?q=peat+carbon", READER),
    ("discussions unanswered", "/en/spaces/task-force-a2/discussions/?show=unanswered", READER),
    ("library", "/en/library/", READER),
    ("library by facets", "/en/library/?q=soil&type=guide&language=en", READER),
    ("wiki of A2", "/en/spaces/task-force-a2/wiki/", READER),
    ("wiki, last page", "/en/spaces/task-force-a2/wiki/?page=last", READER),
    ("wiki by words", "/en/spaces/task-force-a2/wiki/?q=carbone+sol", READER),
    ("wiki, changes", "/en/spaces/task-force-a2/wiki/changes/", READER),
    ("wiki page", f"/en/spaces/task-force-a2/wiki/pages/{WIKI_PAGE}/", READER),
    ("wiki page, history", f"/en/spaces/task-force-a2/wiki/pages/{WIKI_PAGE}/history/?newer=2", READER),
    ("search", "/en/search/?q=soil+carbon", READER),
    ("search, one kind", "/en/search/?q=soil&kind=partners", READER),
    ("search, slip of the pen", "/en/search/?q=agroforestrie+systemz", READER),
    ("my duties", "/en/home/", READER),
    ("notices", "/en/notifications/", READER),
)


@dataclass
class Figure:
    """What was measured of one page; times in milliseconds."""

    name: str
    queries: int
    size: int
    zipped: int
    p50: float
    p95: float
    bare: float
    framed: float

    @property
    def times(self):
        """Four columns: median, 95th percentile, and how many times the bare view and the framed list."""
        return f"{self.p50:>8.1f}{self.p95:>8.1f}{self.p50 / self.bare:>8.1f}{self.p50 / self.framed:>10.2f}"


class Client:
    """Calls the WSGI application in this process, with the habits gunicorn gives it."""

    def __init__(self):
        from django.core.wsgi import get_wsgi_application

        from config.gunicorn import post_worker_init

        self.application = get_wsgi_application()
        # What has been loaded is not searched for garbage: otherwise that would be the slowest twentieth of each page.
        post_worker_init(None)

    def get(self, path, cookie=""):
        """(seconds, body) of one request."""
        path, _, query = path.partition("?")
        status = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        begin = time.perf_counter()
        response = self.application(environ, lambda line, headers, info=None: status.append(line))
        body = b"".join(response)
        response.close()
        seconds = time.perf_counter() - begin
        if not status[0].startswith("200"):
            sys.exit(f"{path} answers {status[0]}")
        return seconds, body


def measure(client, name, path, cookie, rounds):
    """Page, bare view and bare list in turn, so that whatever else the machine does weighs on both."""
    from django.db import connection

    _seconds, body = client.get(path, cookie)
    asked = []
    with connection.execute_wrapper(lambda execute, sql, *rest: (asked.append(sql), execute(sql, *rest))[1]):
        client.get(path, cookie)
    paths = (path, f"/en/bare/{len(body)}/", f"/en/framed/{len(body)}/")
    times = [[client.get(each, cookie)[0] * 1000 for each in paths] for _round in range(rounds + 3)][3:]
    pages, bares, framed = zip(*times, strict=True)
    return Figure(
        name,
        len(asked),
        len(body),
        len(gzip.compress(body)),
        statistics.median(pages),
        statistics.quantiles(pages, n=20)[-1],
        statistics.median(bares),
        statistics.median(framed),
    )


def measure_all(rounds, before=None):
    """The table for the size the house has now; the last column compares with `before`."""
    client, cookie = Client(), session_of(READER)
    say("page                      queries   bytes   gzip  p50 ms  p95 ms  ÷ bare  ÷ framed   grown")
    figures = {}
    for name, path, reader in PAGES:
        figure = figures[name] = measure(client, name, path, cookie if reader else "", rounds)
        growth = f"{figure.p50 / figure.framed / before[name].p50 * before[name].framed:.2f}" if before else "–"
        say(f"{name:<25}{figure.queries:>8}{figure.size:>8}{figure.zipped:>7}{figure.times}{growth:>8}")
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, default=5000, help="organisations to add for the second table")
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with opened():
        from django.core.management import call_command

        say("\nAt the size of the demo:")
        before = measure_all(options.rounds)
        if options.scale:
            call_command("load_demo", scale=options.scale, verbosity=0, stdout=io.StringIO())
            fill_wiki()
            analyse()
            say(f"\nWith {options.scale} more organisations, people and their requests, and 2000 pages of a wiki:")
            measure_all(options.rounds, before)
        say("\nSixteen readers at once, gunicorn with 2 processes of 4 threads:")
        sixteen_readers(
            [
                *BARE,
                ("landing", "/en/", ""),
                ("partners", "/en/partners/", ""),
                ("partners by words", "/en/partners/?q=andinos+suelos", ""),
                ("partners, slip of the pen", "/en/partners/?q=fundasion", ""),
                ("partners by region", "/en/partners/?region=africa", ""),
                ("map.json", "/en/partners/map.json?zoom=3", ""),
                ("objective A2", "/en/objectives/a2/", ""),
                ("search, a visitor", "/en/search/?q=soil+carbon", ""),
                ("search, signed in", "/en/search/?q=soil+carbon", session_of(READER)),
                ("search, slip of the pen", "/en/search/?q=agroforestrie+systemz", ""),
            ]
        )


if __name__ == "__main__":
    main()
