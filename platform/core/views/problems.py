"""What went wrong, for programs: RFC 9457, "problem details"."""

from http import HTTPStatus

from django.http import JsonResponse

# Below this programs ask, and are answered in kind.
FOR_PROGRAMS = "/api/"


def problem(status, detail="", **more):
    """An answer of this status that says in words what is wrong."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status)}
    if detail:
        content["detail"] = str(detail)
    response = JsonResponse(content | more, status=status, content_type="application/problem+json")
    # Any page may read why it is refused.
    response["Access-Control-Allow-Origin"] = "*"
    return response
