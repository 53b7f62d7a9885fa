"""What pages are compared with: the same middleware, one indexed query, a template of the same size.

`bare` is nothing but that; `framed` is a list of twenty rows inside the frame of every page, head to footer.
"""

from django.http import HttpResponse
from django.template import engines
from django.urls import path

from config.urls import handler500, urlpatterns  # noqa: F401
from partners.models import Partner

ROW = "<p>A paragraph of a page.</p>\n"
_templates = {}


def template(text):
    """The template of this text, compiled once."""
    if text not in _templates:
        _templates[text] = engines["django"].from_string(text)
    return _templates[text]


def bare(request, size):
    """A page of about `size` bytes that asks the database once."""
    partner = Partner.objects.get(slug="afris")
    page = template("{{ partner.name }} " + ROW * (size // len(ROW)))
    return HttpResponse(page.render({"partner": partner}, request))


def framed(request, size):
    """A page of about `size` bytes in the frame, with a list of twenty rows from one query."""
    filling = ROW * (max(size - 6000, 0) // 20 // len(ROW))
    page = template(
        '{% extends "base.html" %}{% block main %}{% for row in rows %}'
        "<article><h2>{{ row.name }}</h2><p>{{ row.slug }} {{ row.type }} {{ row.joined_on }}</p>"
        + filling
        + "</article>{% endfor %}{% endblock %}"
    )
    return HttpResponse(page.render({"rows": Partner.objects.order_by("pk")[:20]}, request))


urlpatterns = [path("en/bare/<int:size>/", bare), path("en/framed/<int:size>/", framed), *urlpatterns]
