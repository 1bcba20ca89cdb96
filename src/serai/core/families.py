"""Whether a family hangs together: by standing at one place, or by a separation on record.

The fourth law of the house is a question about a graph. Living members of a household who stand
at the same place are joined; so are a person and the kin named in an open separation. A family
in one piece is never broken by writing something down: whoever wants to break it names the link.
"""

from collections.abc import Iterable, Mapping

Link = tuple[str, Iterable[str]]  # a person who went, and the kin they were parted from


def pieces(standing: Mapping[str, str], links: Iterable[Link] = ()) -> list[list[str]]:
    """The groups of a family that hang together; one group when nothing is broken.

    `standing` holds the place of every living member.

    >>> pieces({"father": "site", "mother": "reception", "son": "reception"})
    [['father'], ['mother', 'son']]
    >>> pieces({"father": "site", "mother": "reception"}, [("father", ["mother"])])
    [['father', 'mother']]
    """
    leader = {person: person for person in standing}
    met: dict[str, str] = {}
    for person, place in standing.items():
        _join(leader, person, met.setdefault(place, person))
    for person, kin in links:
        for one in kin:
            if person in leader and one in leader:
                _join(leader, person, one)
    groups: dict[str, list[str]] = {}
    for person in standing:
        groups.setdefault(_top(leader, person), []).append(person)
    return sorted(sorted(group) for group in groups.values())


def breaks(
    before: Mapping[str, str],
    after: Mapping[str, str],
    links: Iterable[Link] = (),
    links_after: Iterable[Link] | None = None,
) -> list[list[str]]:
    """The pieces a move would leave behind; empty when it breaks nothing that was whole.

    >>> breaks({"a": "here", "b": "here"}, {"a": "there", "b": "here"})
    [['a'], ['b']]
    >>> breaks({"a": "here", "b": "here"}, {"a": "there", "b": "there"})
    []
    """
    held = list(links)
    left = pieces(after, held if links_after is None else links_after)
    return left if len(left) > len(pieces(before, held)) else []


def _join(leader: dict[str, str], one: str, other: str) -> None:
    leader[_top(leader, one)] = _top(leader, other)


def _top(leader: dict[str, str], person: str) -> str:
    while leader[person] != person:
        leader[person] = leader[leader[person]]
        person = leader[person]
    return person
