"""What a page makes a browser fetch: test_access_matrix.py looks at every page."""

import re
from html.parser import HTMLParser

# Attributes a browser follows by itself. `href` counts on <link>, not on <a>.
FETCHED = {"src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href"}
OUTSIDE = re.compile(r"(?:^|[\s,(\"'])(?:https?:)?//(?!testserver\b|platform\.example\b)", re.I)


class Resources(HTMLParser):
    """What a page makes a browser fetch or send to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            is_fetched = name in FETCHED or (tag in ("link", "base", "use") and name == "href")
            if value and is_fetched and dict(attrs).get("rel") not in ("alternate", "canonical"):
                self.found.append(value)
            if value and name == "style":
                self.found += re.findall(r"url\(([^)]*)\)", value)


def resources(page):
    parser = Resources()
    parser.feed(page)
    return parser.found


def fetched_elsewhere(page):
    """Addresses of other hosts that `page`, a text of HTML, makes a browser ask."""
    return [each for each in resources(page) if OUTSIDE.search(each)]


def check_hosts(response):
    """Fails where a page calls another host."""
    if response.status_code == 200 and "html" in response["Content-Type"]:
        assert not fetched_elsewhere(response.content.decode())
