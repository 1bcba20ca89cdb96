"""Opens the reader a person names: the grammar, a spaCy pipeline, or a model at an endpoint.

Whatever a plug-in offers passes the citation gate; where it fails, the grammar reads alone and the
reading says so, so that no report is lost.
"""

import msgspec

from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports import Meta, Reading
from serai.core.reports import read as read_by_grammar
from serai.core.reports.readers import Reader, checked

READERS = ("grammar", "spacy", "openai")
NO_READER = gettext_noop("%(reader)s is no reader. Readers are: %(readers)s.")
NO_MODEL_NAMED = gettext_noop("Name the model with --model; the reader %(reader)s needs one.")
NO_ENDPOINT = gettext_noop(
    "Name the endpoint with --endpoint, as in http://localhost:8080/v1; nothing is sent otherwise."
)


class Failed(Exception):
    """A plug-in could not read a report; the message says why, in a sentence's middle."""


class Wanted(msgspec.Struct, frozen=True):
    """Which reader a person asks for."""

    reader: str = "grammar"
    model: str = ""
    endpoint: str = ""
    wait_seconds: float = 120.0


def opened(wanted: Wanted) -> Reader | Refusal | None:
    """The plug-in asked for; None for the grammar, a sentence for what is missing."""
    if wanted.reader == "grammar":
        return None
    if wanted.reader not in READERS:
        return Refusal(NO_READER, {"reader": wanted.reader, "readers": ", ".join(READERS)})
    if not wanted.model:
        return Refusal(NO_MODEL_NAMED, {"reader": wanted.reader})
    if wanted.reader == "spacy":
        from serai.documents import parser_reader  # noqa: PLC0415 - an extra, slow to import

        return parser_reader.opened(wanted.model)
    if not wanted.endpoint.startswith(("http://", "https://")):
        return Refusal(NO_ENDPOINT)
    from serai.documents import model_reader  # noqa: PLC0415 - only who names it may reach out

    return model_reader.ModelReader(wanted.endpoint, wanted.model, wanted.wait_seconds)


def read_with(reader: Reader | None, text: str, meta: Meta) -> Reading:
    """A report read by a plug-in and checked against the grammar; by the grammar alone without."""
    grammar = read_by_grammar(text, meta)
    if reader is None:
        return grammar
    try:
        offered = reader.read(text, meta)
    except Failed as failed:
        said = f"{reader.name} {failed}: read by the grammar alone"
        return msgspec.structs.replace(grammar, problems=(*grammar.problems, said))
    return checked(offered, grammar)
