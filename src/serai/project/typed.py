"""What arrives in an address or a form, without the one letter that PostgreSQL's text cannot hold.

SQLite finds nothing where a NUL is asked for; PostgreSQL refuses the statement; and an event that
held one would be written and never understood.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\0"
NOTHING = "\u200b"  # as invisible, and left out wherever words are made plain


class WithoutNul:
    """Middleware: puts nothing to be seen in place of a NUL; no page has an address with one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and _has_nul(request.POST):
            request.POST = _without(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


def _has_nul(told: QueryDict) -> bool:
    return any(NUL in text for name, texts in told.lists() for text in (name, *texts))


def _without(told: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, texts in told.lists():
        kept.setlist(name.replace(NUL, NOTHING), [text.replace(NUL, NOTHING) for text in texts])
    kept._mutable = False
    return kept
