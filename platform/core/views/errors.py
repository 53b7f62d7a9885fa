"""The plain pages for what went wrong, in the language of the address."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.views import defaults

from core.views.problems import FOR_PROGRAMS, problem


def _language(request):
    prefix = request.path.split("/", 2)[1] if request.path.startswith("/") else ""
    return prefix if prefix in dict(settings.LANGUAGES) else translation.get_language() or "en"


def _page(request, template, status):
    """Render `template` with nothing but the request: no database, no session, no context processor."""
    if request.path.startswith(FOR_PROGRAMS):
        return problem(status)
    with translation.override(_language(request)):
        body = get_template(template).template.render(
            _bare_context({"request_id": getattr(request, "id", ""), "path": request.path})
        )
    return HttpResponse(body, status=status)


def _bare_context(values):
    from django.template import Context

    return Context(values)


def refused(page, status):
    """The page of Django's that says no, whose frame knows that nothing was done: `request.is_refused`."""

    def view(request, exception):
        if request.path.startswith(FOR_PROGRAMS):
            return problem(status)
        request.is_refused = True
        return page(request, exception)

    return view


bad_request = refused(defaults.bad_request, 400)
forbidden = refused(defaults.permission_denied, 403)
not_found = refused(defaults.page_not_found, 404)


def service_unavailable(request):
    """503: the database is away for a moment. The browser is asked to come back in half a minute."""
    response = _page(request, "503.html", 503)
    response["Retry-After"] = "30"
    return response


def server_error(request):
    """500: our mistake, with the number under which the log knows it."""
    return _page(request, "500.html", 500)


def csrf_failure(request, reason=""):
    """403 for a form that was sent without its key, most often because the page had been open for too long."""
    return _page(request, "403_csrf.html", 403)
