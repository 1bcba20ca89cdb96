"""Carries who speaks from sentence to sentence: he said, the agency added, long quotations."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.place_words import NOT_PLACES
from serai.core.reports.sentences import Sentence
from serai.core.reports.speakers import (
    OFFICES,
    ORG_WORD,
    VERB,
    Speaker,
    looks_like_a_person,
    says,
    speakers_in,
)
from serai.core.reports.word_index import words_in

INTRODUCED = re.compile(
    r"\b(?:interview with|named|called|met|spoke to|speaking to)\s(?P<one>[A-Z][\w'-]+(?:\s[A-Z][\w'.-]+){0,2})"
    r"|(?P<three>^[A-Z][a-z]{2,})(?= (?:rang|phoned|called|texted|wrote|came|lives|works|runs|drives|fled|arrived|sat|sits|walked)\b|, \d\d,|, an? (?:\d\d-year-old |[a-z]+ )*[a-z]+, )|(?P<two>[A-Z][\w'-]+\s(?:(?:al|el)-)?[A-Z][\w'-]*\.?(?:\s[A-Z][\w'-]+)?)(?=,? (?:[a-z]+ed|who|was|is|has|had|ran|left|lost|came|spent|lives|sits|stands)\b|, \d\d,|, an? )"
)
PRONOUN = re.compile(
    r"(?:^|[\",;]\s*|\b(?:and|but|that)\s)(?P<who>he|she|He|She|they|They|it|It|The agency|the agency|The group|the group|The ministry|the ministry|The organi[sz]ation|the organi[sz]ation|The statement|the statement|The report|the report|The official|the official|The spokes\w+|the spokes\w+|The monitor|the monitor)\s(?:also |has |have |had |later |further )*"
    + VERB
    + r"\b"
)
# The World Food Programme plans to feed 50,000. It said ...
SUBJECT = re.compile(
    r"\W*(?:The )?(?P<who>[A-Z]{2,6}\b(?! [A-Z])|[A-Z][\w'-]+(?: (?:(?:for|of|the|and) )*[A-Z][\w'-]+)* (?:Programme|Program|Agency|Committee|Organi[sz]ation|Fund|Council|Commission|Crescent|Cross|Observatory|Ministry|Mission))(?: \([A-Z]+\))? (?!for\b|of\b|on\b|in\b|and\b)[a-z]"
)
ASKED = 2  # questions that make an interview
SAYS = re.compile(r"\W*(?P<who>[A-Z][\w'-]*(?: [A-Z][\w'.-]*){0,3})(?:, [^:\d]{2,60})?: ")
# One of these words stands in every such phrase.
BACK = frozenset(["he", "she", "they", "it", "agency", "group", "ministry", "organisation", "organization", "statement", "report", "official", "monitor", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokeswomen", "spokespersons"])  # fmt: skip


class Voices(msgspec.Struct):
    """Who has spoken so far, for "he said" and for quotations over many sentences."""

    person: Speaker | None = None
    titled: dict[str, Speaker] = msgspec.field(default_factory=dict)  # by office: the governor
    organisation: Speaker | None = None
    last: Speaker | None = None
    heard: list[str] = msgspec.field(default_factory=list)  # sentences after the last who spoke

    def mentioned(self) -> str | None:
        """The person introduced last and after the last one who spoke: looked for when asked."""
        for text in reversed(self.heard):
            for found in reversed(list(INTRODUCED.finditer(text))):
                name = found["one"] or found["two"] or found["three"]
                if not ORG_WORD.search(name) and not NOT_PLACES.match(name) and not find(name):
                    return str(name)
        return None

    def named(self, speaker: Speaker) -> Speaker:
        """The governor wrote: the governor named before."""
        known = self.titled.get(speaker.name.casefold())
        if not known:
            return speaker
        return msgspec.structs.replace(
            known, start=speaker.start, end=speaker.end, words=speaker.words, rule="title"
        )

    def note(self, speaker: Speaker) -> None:
        """Remembers a speaker."""
        if looks_like_a_person(speaker.name):
            for office in OFFICES.findall(speaker.words):
                self.titled[office.casefold()] = speaker
        self.last = speaker
        if speaker.organisation:
            self.organisation = speaker
        else:
            self.person = speaker
            self.heard.clear()

    def back(self, word: str) -> Speaker | None:
        """The speaker a pronoun goes back to."""
        lowered = word.casefold()
        if lowered in ("he", "she") and (name := self.mentioned()):
            return Speaker(0, 0, name, name, "mentioned")
        if lowered in ("he", "she") or "spokes" in lowered or "official" in lowered:
            return self.person or self.last
        if lowered == "they":
            return self.last
        if lowered == "it" and self.heard and (body := SUBJECT.match(self.heard[-1])):
            return Speaker(0, 0, body["who"], body["who"], "subject", organisation=True)
        return self.organisation or self.last


def speakers_by_sentence(found: list[Sentence]) -> list[list[Speaker]]:
    """The speakers of each sentence; a quotation has one speaker from its first word to its last."""
    voices = Voices()
    named: list[list[Speaker]] = []
    for sentence in found:
        own = speakers_in(sentence.text)
        if not own and (pronoun := _pronoun(sentence.text)):
            back = voices.back(pronoun["who"])
            own = (
                [
                    msgspec.structs.replace(
                        back, start=pronoun.start("who"), end=pronoun.end("who"), rule="pronoun"
                    )
                ]
                if back
                else []
            )
        own = [voices.named(speaker) for speaker in own]
        voices.heard.append(sentence.text)
        for speaker in own:
            voices.note(speaker)
        named.append(own)
    _through_quotes(found, named)
    _through_answers(found, named)
    return named


def _through_answers(found: list[Sentence], named: list[list[Speaker]]) -> None:
    """Gives the answers of an interview the speaker whose name stands before the first."""
    asked = sum(sentence.text.endswith("?") for sentence in found)
    labelled: Speaker | None = None
    paragraph = -1
    for sentence, own in zip(found, named, strict=True):
        if label := SAYS.match(sentence.text) if sentence.paragraph != paragraph else None:
            person = looks_like_a_person(label["who"]) and not find(label["who"])
            name = label["who"]
            labelled = (
                Speaker(-1, -1, name, label.group().rstrip(": "), "label") if person else None
            )
        elif asked < ASKED and sentence.paragraph != paragraph:
            labelled = None
        paragraph = sentence.paragraph
        if labelled and not own and not sentence.text.endswith("?"):
            own.append(labelled)


def _pronoun(text: str) -> re.Match[str] | None:
    """Who speaks without a name: she said, the agency added."""
    if not says(text) or BACK.isdisjoint(words_in(text)):
        return None
    return PRONOUN.search(text)


def _through_quotes(found: list[Sentence], named: list[list[Speaker]]) -> None:
    """Gives the sentences of a quotation the speaker named where it ends or begins."""
    groups: dict[int, list[int]] = {}
    for index, sentence in enumerate(found):
        groups.setdefault(sentence.paragraph, []).append(index)
    for indexes in groups.values():
        quoted = [i for i in indexes if found[i].quoted or '"' in found[i].text]
        sources = [i for i in quoted if named[i]]
        for i in quoted:
            if not named[i] and sources:
                near = min(sources, key=lambda source: (abs(source - i), -source))
                named[i].append(
                    msgspec.structs.replace(named[near][-1], start=-1, end=-1, rule="quotation")
                )
