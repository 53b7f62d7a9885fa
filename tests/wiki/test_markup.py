"""What people type becomes a page: read as they meant it, and never run."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from wiki.markup import LONGEST_TITLE, as_html, contents, references
from wiki.titles import address_of


def shown(text, written=()):
    return as_html(text, lambda one: (f"/pages/{one.slug}/", one.slug in written))


def test_paragraphs_and_lines_stay_as_they_were_typed():
    assert shown("One\ntwo\n\nThree") == "<p>One<br>two</p>\n<p>Three</p>"


def test_headings_points_and_steps():
    assert shown("= Sowing\n- maize\n• beans\n2. Wait\n3) Water") == (
        '<h2 id="part-1">Sowing</h2>\n<ul><li>maize</li><li>beans</li></ul>\n'
        '<ol start="2"><li>Wait</li><li>Water</li></ol>'
    )


def test_smaller_heading_without_a_big_one_is_a_big_one():
    assert shown("== First ==\n= Second\n== Third").count("<h2") == 2


def test_contents_hold_the_smaller_headings_below_the_big_ones():
    found = contents("= One\n== One and a half\n= Two")
    assert [(big.text, [small.text for small in smaller]) for big, smaller in found] == [
        ("One", ["One and a half"]),
        ("Two", []),
    ]


def test_link_leads_to_the_page_of_that_title_and_says_whether_it_is_written():
    html = shown("See [[Haies vives|hedges]] and [[Compost]].", written=["haies-vives"])
    assert '<a href="/pages/haies-vives/">hedges</a> and <a href="/pages/compost/">Compost</a>' in html
    assert html.count("not written yet") == 1


@pytest.mark.parametrize(
    ("text", "url", "after"),
    [
        ("see https://example.org/a, then", "https://example.org/a", ", then"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", ")"),
        ("https://example.org?a=1&b=2.", "https://example.org?a=1&amp;b=2", "."),
        ("http://exemple.fr/été !", "http://exemple.fr/été", " !"),
    ],
)
def test_address_ends_where_the_sentence_goes_on(text, url, after):
    assert f'<a href="{url}" rel="nofollow noopener">{url}</a>{after}' in shown(text)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "https://...", "[[ ]]"]
)
def test_nothing_else_becomes_a_link(text):
    assert "<a" not in shown(text)


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Le bœuf et l’herbe", "le-boeuf-et-l-herbe"),
        ("  Genève   2026 ", "geneve-2026"),
        ("¿Qué sembrar?", "que-sembrar"),
        ("土壤", ""),
        ("../../admin", "admin"),
    ],
)
def test_title_gives_one_address(title, address):
    assert address_of(title) == address


def test_each_page_is_referred_to_once():
    assert [one.title for one in references("[[Compost]] [[compost|x]] [[Haies]]").values()] == ["Compost", "Haies"]


SEEDS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div><svg/onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;script&gt;",
    "{{ 7*7 }}{% debug %}",
    "{0} {} {x}",
    "%s %(a)s",
    "[[[[x]]]]",
    "[[<b>x</b>|<i>y</i>]]",
    "[[a|b|c]]",
    '[["><script>alert(1)</script>]]',
    "[[javascript:alert(1)]]",
    'https://x.example/"><script>alert(1)</script>',
    "https://x.example/'onclick='alert(1)",
    "https://x.example/<b>",
    "https://[[x]]",
    "\u202eevil\u2066",
    "\ufeff\u200b",
    "\ud7ff\U0010ffff",
    "ﷺ" * 50,
    "e\u0301" * 200,
    "\t\v\f\x1c\x85\u2028",
    "9" * 400,
    "]" * 300 + "[" * 300,
]
FRAMES = [
    "{}",
    "= {}",
    "== {} ==",
    "- {}",
    "1. {}",
    "[[{}]]",
    "[[x|{}]]",
    "https://x.example/{}",
    "{}\n{}",
    "a {} b",
    "=\n{}",
    "-{}",
]
NASTY = [frame.replace("{}", seed) for seed, frame in itertools.product(SEEDS, FRAMES)]
assert len(NASTY) > 300


class Reader(HTMLParser):
    """Which tags and attributes a page really has, and whether each is closed in its order."""

    ALLOWED = {"p": set(), "br": set(), "ul": set(), "li": set(), "ol": {"start"}, "h2": {"id"}, "h3": {"id"}}
    ALLOWED |= {"a": {"href", "rel"}, "span": {"class"}}

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.words = [], [], []

    def handle_starttag(self, tag, attributes):
        names = {name for name, _value in attributes}
        if tag not in self.ALLOWED or names - self.ALLOWED[tag]:
            self.faults.append((tag, attributes))
        if tag == "a" and not re.match(r"https?://|/pages/[a-z0-9_-]+/$", dict(attributes)["href"]):
            self.faults.append((tag, attributes))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_never_runs_and_never_breaks_the_page(text):
    reader = Reader()
    reader.feed(shown(text))
    reader.close()
    assert not reader.faults and not reader.open
    for one in references(text).values():
        assert re.fullmatch(r"[a-z0-9_-]{1,80}", one.slug) and len(one.title) <= LONGEST_TITLE


@pytest.mark.parametrize("text", ["[[" * 25_000, "= " * 25_000, "https://" * 6_000, "a\n" * 25_000, "- x\n" * 12_000])
def test_the_longest_text_is_read_once(text):
    assert len(shown(text)) > 1000
