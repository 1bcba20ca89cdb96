"""What somebody ticked on a list of people: the marks, a token's code, or a whole vehicle."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from serai.core.refusal import Refusal
from serai.registry.receipts import of_code

PEOPLE_PER_LIST_MAX = 2_000


def ticked(
    typed: QueryDict, everyone: Mapping[str, str], of_vehicle: Sequence[str]
) -> list[str] | Refusal:
    """The people a submitted list means.

    `everyone` maps the people on the list to their household; `of_vehicle` are those of the
    vehicle shown, whom the buttons “all of” and “all but the marked” mean.
    """
    code = typed.get("code", "").strip()
    if code:
        return of_code(code, everyone)
    marked = typed.getlist("people")[:PEOPLE_PER_LIST_MAX]
    match typed.get("who", "marked"):
        case "vehicle":
            return list(of_vehicle)
        case "others":
            return [person for person in of_vehicle if person not in set(marked)]
    return marked
