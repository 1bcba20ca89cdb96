"""Names whose last word is still being typed: what may already be looked for."""

from serai.core.matching.told import Told


def starts(sound: str) -> tuple[str, ...]:
    """How the skeletons begin of words that begin like one not yet typed to its end.

    >>> starts("HSa"), starts("vL")
    (('HS',), ('vL', 'L'))
    """
    start = sound.rstrip("aiu")
    if start[:1] in ("v", "w", "y") and len(start) > 1:
        return start, start[1:]
    return (start,) if start else ()


def without_letter(person: Told) -> Told | None:
    """The person without the first letter of a further word, where it is all there is of it.

    A letter begins a third of all names: it puts those found in order, and finds nobody anew.

    >>> from serai.core.matching.told import Record, told
    >>> without_letter(told(Record("", ("Hasan A",)))).chains[0].words
    ('hasan',)
    >>> without_letter(told(Record("", ("A",)))), without_letter(told(Record("", ("Hasan Al",))))
    (None, None)
    """
    words = person.chains[0].words if len(person.chains) == 1 else ()
    if not words or len(words[-1]) > 1 or len(words) + len(person.kunyas) == 1:
        return None
    rest = words[:-1]
    return person._replace(chains=(person.chains[0]._replace(words=rest),) if rest else ())
