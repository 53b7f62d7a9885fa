"""The house itself and the strategy."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PARTNER_PEOPLE,
    PUBLIC,
    SIGNED_IN,
    Row,
    code,
    everybody,
    only,
    people,
)

HOUSE = [
    Row("", get=everybody(302), post=NO),
    Row("healthz", get=PUBLIC, post=NO),
    Row("favicon.ico", get=everybody(302), post=NO),
    Row("robots.txt", get=PUBLIC, post=NO),
    Row(".well-known/security.txt", get=PUBLIC, post=NO),
    Row("en/", get=PUBLIC, post=NO),
    Row("en/home/", get=SIGNED_IN, post=people(405)),
    Row("en/home/first-days/dismiss/", get=NO_GET, post=people(302)),
    Row("en/hub/", get=only(PARTNER_PEOPLE), post=only(PARTNER_PEOPLE, 405)),
    Row("en/about/", get=PUBLIC, post=NO),
    Row("en/conduct/", get=PUBLIC, post=NO),
    Row("en/privacy/", get=PUBLIC, post=NO),
    Row("en/accessibility/", get=PUBLIC, post=NO),
]

STRATEGY = [
    Row("en/objectives/", get=PUBLIC, post=NO),
    Row("en/objectives/<goal_code:code>/", get=PUBLIC, post=NO, at=code("a")),
    Row("en/objectives/<objective_code:code>/", get=PUBLIC, post=NO, at=code("a2")),
    Row("en/objectives/<objective_code:code>/", get=everybody(404), post=NO, at=code("a9"), about="unknown"),
    Row("en/objectives/<objective_code:code>/versions/", get=PUBLIC, post=NO, at=code("a2")),
]

ROWS = [*HOUSE, *STRATEGY]
