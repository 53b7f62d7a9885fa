"""Who may open and do what: every address × role × own or somebody else's object × GET and POST.

A row is `Row(route, get=…, post=…, at=…, data=…)`: `at` gives what stands in the address, `data` what is posted;
several rows of one route look at several objects. An answer is a status, or one of these words:

    LOGIN     sent to the sign-in page
    AGAIN     sent to the page that asks for the password again
    SETUP     sent to the setting up of the second factor

Not visible is 404 and says nothing about the object; visible but not allowed is 403; what only takes POST answers 405
to GET.

Each subject has its file here, with its `ROWS`: a new file is found by itself.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.security.access.row import AGAIN, LOGIN, SETUP

__all__ = ["AGAIN", "LOGIN", "ROWS", "SETUP"]

ROWS = [
    row for module in iter_modules(__path__) for row in getattr(import_module(f"{__name__}.{module.name}"), "ROWS", ())
]
