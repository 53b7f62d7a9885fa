"""How long finding datasheets takes: python benchmarks/practices.py [--sizes 1000 10000 100000]

The list, three facets, a word that stands in a fifth of all sheets, near a city; as ratios to the bare pages in one
run, against the exact counting of all facets, and by sixteen readers at once; growth from size to size.
"""

import argparse
import random
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.house import analyse, opened, say
from benchmarks.pages import Client, measure
from benchmarks.readers import BARE, sixteen_readers

WORD = "compost"
PAGES = (
    ("practices", "/en/practices/"),
    ("three facets", "/en/practices/?climate_zone=semi_arid&land_use=cropland&region=africa"),
    ("a word in a fifth", f"/en/practices/?q={WORD}"),
    ("word, three facets", f"/en/practices/?q={WORD}&climate_zone=semi_arid&land_use=cropland&region=africa"),
    ("a rare word", "/en/practices/?q=zuwena"),
    ("near a city", "/en/practices/?near=Dakar&within=200"),
    ("best founded", "/en/practices/?sort=evidence"),
)

# What readers ask who each look for something else: of so many addresses none is asked by two at once.
ZONES, USES = ("humid", "sub_humid", "semi_arid", "arid"), ("cropland", "grazing", "forest", "mixed")
WORDS = ("", WORD, "zuwena", "sheet", f"{WORD} sheet")
CITIES = ("", "", "", "Dakar", "Paris", "Lima", "Nairobi")
REGIONS = ("", "", "africa", "europe", "asia")
SORTS = ("", "", "newest", "evidence")


def all_kinds(number=960):
    """So many different addresses, the same in every run: words, zones, uses, regions, cities, orders and pages."""
    chance, asked = random.Random(4_1000), {}
    while len(asked) < number:
        choice = {
            "q": chance.choice(WORDS),
            "climate_zone": chance.choice(("", *ZONES)),
            "land_use": chance.choice(("", *USES)),
            "region": chance.choice(REGIONS),
            "near": chance.choice(CITIES),
            "within": chance.choice(("50", "200", "500")),
            "sort": chance.choice(SORTS),
        }
        if not choice["near"]:
            del choice["within"]
        # There is a second page of what is narrowed once.
        if len([value for name, value in choice.items() if value and name != "sort"]) < 2 and choice["q"] != "zuwena":
            choice["page"] = chance.choice(("", "2", "3"))
        asked["/en/practices/?" + urlencode({name: value for name, value in choice.items() if value})] = None
    return list(asked)


# Each sheet has a climate, soils, uses, a country; a fifth of them speaks of compost, one in ten thousand of zuwena.
PRACTICES = """
INSERT INTO practices_practice
       (title, language, edition, contents, status, licence, authors, author_id, completeness_percent, wocat_code,
        fao_code, reason, revision, key, pen, begun_at, saved_at, published_at, confirmed_at)
SELECT 'Sheet ' || n, (ARRAY['en', 'fr', 'es'])[1 + n % 3], '2026', '{{}}', 'published', 'cc-by', 'Diallo, A.',
       {author}, 60, '', '', '', 0, gen_random_uuid(), '', now(), now(), now() - n * interval '1 minute', now()
  FROM generate_series({first}, {last}) n
"""
VERSIONS = """
INSERT INTO practices_version
       (practice_id, number, edition, language, licence, authors, contents, withheld, title, title_en, title_fr,
        title_es, words, words_en, words_fr, words_es, codes, evidence_level, completeness_percent, is_current,
        published_at)
SELECT id, 1, edition, language, licence, authors,
       jsonb_build_object('short_description', jsonb_build_object(language, text), 'countries', ARRAY[country],
                          'description', jsonb_build_object(language, text || text || text)),
       '{{}}', title, title, title, title, text, text, text, text,
       ARRAY['climate_zone:' || (ARRAY['humid', 'sub_humid', 'semi_arid', 'arid'])[1 + a % 4],
             'thermal_zone:' || (ARRAY['tropics', 'subtropics', 'temperate', 'boreal'])[1 + b % 4],
             'land_use:' || (ARRAY['cropland', 'grazing', 'forest', 'mixed'])[1 + c % 4],
             'land_use:' || (ARRAY['cropland_annual', 'grazing_ranching', 'forest_dead_wood', 'mixed'])[1 + c % 4],
             'groups:' || (ARRAY['agroforestry', 'rotation', 'windbreak', 'pastoralism'])[1 + d % 4],
             'measures:' || (ARRAY['agronomic', 'vegetative', 'structural', 'management'])[1 + a % 4],
             'degradation:' || (ARRAY['water_erosion', 'wind_erosion', 'chemical', 'physical'])[1 + b % 4],
             'purposes:' || (ARRAY['improve_production', 'reduce_degradation', 'biodiversity'])[1 + c % 3],
             'purposes:' || (ARRAY['adapt_climate', 'mitigate_climate', 'disaster_risk'])[1 + d % 3],
             'soil_group:' || (ARRAY['leptosols', 'vertisols', 'anthrosols', 'solonetz', 'histosols'])[1 + e % 5],
             'soil_group:' || (ARRAY['technosols', 'cryosols', 'solonchaks'])[1 + a % 3],
             'rainfall:' || (ARRAY['under_250', 'from_251_to_500', 'from_501_to_750'])[1 + b % 3],
             'slope:' || (ARRAY['flat', 'gentle', 'moderate', 'rolling', 'hilly'])[1 + c % 5],
             'texture:' || (ARRAY['coarse', 'medium', 'fine'])[1 + d % 3],
             'basis:' || (ARRAY['field_experience', 'scientific', 'both'])[1 + e % 3],
             'language:' || language, 'evidence:' || level, 'countries:' || country,
             'region:' || region, 'region:' || large,
             'market:mixed', 'wealth:poor', 'gender:women', 'water_supply:rainfed', 'tillage:reduced',
             'goal:restore', 'adoption:up_to_10', 'services:health.good', 'services:markets.poor',
             'services:energy.moderate', 'impacts.impact:ecological_soil', 'impacts.impact:socio_economic',
             'inputs.kind:labour', 'inputs.stage:maintenance', 'sites.country:' || country],
       level, 60, true, published_at
  FROM (SELECT practice.*, place.*, hashint4(practice.id::int) & 1048575 AS a,
               hashint4(practice.id::int + 1) & 1048575 AS b,
               hashint4(practice.id::int + 2) & 1048575 AS c, hashint4(practice.id::int + 3) & 1048575 AS d,
               hashint4(practice.id::int + 4) & 1048575 AS e, (hashint4(practice.id::int + 5) & 1048575) % 5 AS level,
               practice.title || ' ' || words || CASE WHEN practice.id % 5 = 0 THEN ' {word}' ELSE '' END
               || CASE WHEN practice.id % 10000 = 0 THEN ' zuwena' ELSE '' END AS text
          FROM practices_practice practice
          JOIN place ON place.number = (hashint4(practice.id::int + 6) & 1048575) % (SELECT count(*) FROM place),
               LATERAL (SELECT string_agg(translate(left(md5(floor(4000 * power(random(), 3))::text), 5 + word % 4),
                                                    '0123456789', 'aeioulmnrs'), ' ') AS words
                          FROM generate_series(1, 90 + practice.id::int % 2) word) spoken
         WHERE NOT EXISTS (SELECT FROM practices_version WHERE practice_id = practice.id)
           AND practice.title LIKE 'Sheet %') sheet
"""
PLACES = """
CREATE TEMPORARY TABLE place AS
SELECT row_number() OVER (ORDER BY country.alpha2) - 1 AS number, alpha2 AS country, latitude, longitude,
       part.slug AS region, coalesce(whole.slug, part.slug) AS large
  FROM regions_country country JOIN regions_region part ON part.id = country.region_id
  LEFT JOIN regions_region whole ON whole.id = part.parent_id WHERE latitude IS NOT NULL
"""
SITES = """
INSERT INTO practices_site (version_id, name, country_id, latitude, longitude, is_blurred)
SELECT version.id, '', place.country, least(greatest(latitude + random() * 6 - 3, -90), 90),
       least(greatest(longitude + random() * 6 - 3, -180), 180), false
  FROM practices_version version JOIN place ON place.country = version.contents->'countries'->>0
 WHERE NOT EXISTS (SELECT FROM practices_site WHERE version_id = version.id)
"""


def fill_practices(number):
    """As many published sheets as are missing to `number`, in a few statements: what is measured is finding."""
    from django.db import connection, transaction

    from accounts.models import User
    from practices.models import Practice

    author, there = User.objects.order_by("pk")[0], Practice.objects.filter(title__startswith="Sheet ").count()
    with transaction.atomic(), connection.cursor() as cursor:
        # The log of history would take longer than the rows.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(PLACES)
        cursor.execute(PRACTICES.format(author=author.pk, first=there + 1, last=number))
        cursor.execute(VERSIONS.format(word=WORD))
        cursor.execute(SITES)
        cursor.execute("DROP TABLE place")
    analyse()


COUNTED = "SELECT code, count(*) FROM ({found}) AS found (codes), unnest(codes) AS code GROUP BY code"


def against_exact_counting(rounds):
    """How long the numbers of the frequent word take, words looked for anew, and how long the database counts them."""
    from django.db import connection
    from django.http import QueryDict

    from core.search import by_index
    from practices import shelf
    from practices.filters import Finder

    def from_shelf():
        shelf.forget()
        return Finder(QueryDict(f"q={WORD}")).facets

    def from_database():
        with by_index(), connection.cursor() as cursor:
            found = Finder(QueryDict(f"q={WORD}")).fitting.order_by().values_list("codes")
            sql, params = found.query.sql_with_params()
            cursor.execute(COUNTED.format(found=sql), params)
            return cursor.fetchall()

    def spent(count):
        begin = time.perf_counter()
        count()
        return time.perf_counter() - begin

    both = ((spent(from_shelf), spent(from_database)) for _round in range(rounds))
    kept, counted = (statistics.median(times) * 1000 for times in zip(*both, strict=True))
    say(f"A word in a fifth: {kept:.0f} ms as it is, {counted:.0f} ms counted by the database: {kept / counted:.2f}")


def measure_all(rounds, before):
    """{name: Figure} of all pages; the last column compares the ratio to `framed` with that of the size before."""
    client, figures = Client(), {}
    say("page                  queries   gzip  p50 ms  p95 ms  ÷ bare  ÷ framed   grown")
    for name, path in PAGES:
        figure = figures[name] = measure_anew(client, name, path, rounds)
        last = before.get(name)
        growth = f"{figure.p50 / figure.framed / last.p50 * last.framed:.2f}" if last else "–"
        say(f"{name:<22}{figure.queries:>7}{figure.zipped:>7}{figure.times}{growth:>8}")
    return figures


def measure_anew(client, name, path, rounds):
    """As for every page; what was looked for is forgotten before each."""
    from practices import shelf

    get = client.get

    def forgetful(address, cookie=""):
        shelf.forget()
        return get(address, cookie)

    client.get = forgetful
    try:
        return measure(client, name, path, "", rounds)
    finally:
        client.get = get


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with opened():
        figures = {}
        for size in options.sizes:
            begin = time.perf_counter()
            fill_practices(size)
            say(f"\n{size} datasheets (made in {time.perf_counter() - begin:.0f} s):")
            figures = measure_all(options.rounds, figures)
            against_exact_counting(max(options.rounds // 5, 3))
            say("Sixteen readers at once:")
            each = ((name, path, "") for name, path in PAGES)
            sixteen_readers([*BARE, *each, ("each something else", all_kinds(), "")])


if __name__ == "__main__":
    main()
