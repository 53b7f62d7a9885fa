"""How long the search over everything takes in a full house: python benchmarks/search.py [--rounds 40]

5,000 organisations, 10,000 discussions with 100,000 posts, 2,000 pages of a wiki, 5,000 practice datasheets; one
reader, as ratios in one run, then sixteen at once.
"""

import argparse
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.house import opened, say, session_of
from benchmarks.pages import READER, Client, measure
from benchmarks.practices import fill_practices
from benchmarks.readers import BARE, sixteen_readers
from benchmarks.wiki import fill_wiki

PAGES = (
    ("a visitor", "/en/search/?q=soil+carbon", None),
    ("signed in", "/en/search/?q=soil+carbon", READER),
    ("signed in, practices", "/en/search/?q=compost+semi-arid", READER),
    ("in French", "/fr/search/?q=couverture+du+sol", READER),
    ("one kind", "/en/search/?q=soil&kind=discussions", READER),
    ("slip of the pen", "/en/search/?q=agroforestrie+systemz", READER),
)


def tell_sizes():
    """How much there is to search."""
    from discussions.models import Post, Thread
    from partners.models import Partner
    from practices.models import Version

    counted = {model._meta.verbose_name_plural: model.objects.count() for model in (Partner, Thread, Post, Version)}
    say("\nIn the house: " + ", ".join(f"{number} {name}" for name, number in counted.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    with opened():
        from django.core.management import call_command

        call_command("load_demo", scale=5000, verbosity=0, stdout=io.StringIO())
        fill_wiki()
        fill_practices(5000)
        tell_sizes()
        client, cookie = Client(), session_of(READER)
        say("search                    queries  p50 ms  p95 ms  ÷ bare  ÷ framed")
        for name, path, reader in PAGES:
            figure = measure(client, name, path, cookie if reader else "", options.rounds)
            say(f"{name:<25}{figure.queries:>8}{figure.times}")
        say("\nSixteen readers at once, gunicorn with 2 processes of 4 threads:")
        sixteen_readers([*BARE, *((name, path, cookie if reader else "") for name, path, reader in PAGES)])


if __name__ == "__main__":
    main()
