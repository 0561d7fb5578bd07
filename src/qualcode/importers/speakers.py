"""Who speaks: from the lines of a file to turns with speakers and times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from qualcode.domain.document import ReadTurn
from qualcode.importers.labels import BOLD, BRACKET, COLON, OWN_LINE, TAB, Parsed, parse
from qualcode.importers.lines import Line
from qualcode.importers.roles import is_code, is_known_role, is_nobody, looks_like_name
from qualcode.sentences import numbered, sentence

NO_SPEAKERS = sentence("No speakers were found: every paragraph is a turn of its own.")

_LEAST_SHARE = 1 / 12
"""Of the lines, so many must carry a label before labels are believed at all."""

_MOST = 0.5
_BY_PROGRAMS = re.compile(
    r"Transcribed by https?://otter\.ai/?"
    r"|.{1,80} (?:started|stopped) transcription"
    r"|.{1,80} (?:startade|stoppade) transkriptionen",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(r"(?<![^\W_])[^\W\d_A-ZÅÄÖÆØ][^\W\d_]*")


def read_speakers(lines: Sequence[Line]) -> tuple[list[ReadTurn], tuple[str, ...]]:
    """The turns of a document, and warnings.

    A label counts when the document bears it out: it recurs, is short and opens no sentence. Lines
    before the first label, and headings, are turns without a speaker. Without any label every line
    is a turn.
    """
    kept = [line for line in lines if not _BY_PROGRAMS.fullmatch(line.text.strip())]
    warnings: list[str] = []
    if len(kept) < len(lines):
        warnings.append(
            numbered(
                "Left out: {n} line that the transcription program had added.",
                "Left out: {n} lines that the transcription program had added.",
                len(lines) - len(kept),
            )
        )
    parsed = [parse(line) for line in kept]
    labels = _believed(parsed)
    if not labels:
        warnings.append(NO_SPEAKERS)
    return _turns(parsed, labels), tuple(warnings)


def first_word_speakers(lines: Iterable[Line]) -> list[ReadTurn]:
    """Turns of which the first word names the speaker, as in corpora."""
    turns = []
    for line in lines:
        speaker, _, words = line.text.strip().partition(" ")
        turns.append(ReadTurn(words, speaker.rstrip(":")))
    return turns


def labels_of(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """For texts that may begin with `Name:`: the speaker and the rest of those that do."""
    parsed = [(text, parse(Line(text))) for text in texts]
    spelled = _believed([found for _, found in parsed])
    return {
        text: (spelled[_key(found)], found.rest) for text, found in parsed if _key(found) in spelled
    }


_Key = tuple[str | None, str]


def _key(parsed: Parsed) -> _Key:
    return parsed.kind, " ".join(parsed.label.split()).casefold()


def _believed(parsed: Sequence[Parsed]) -> dict[_Key, str]:
    """The labels that are speakers', with their first spelling."""
    spelled: dict[_Key, str] = {}
    counts: Counter[_Key] = Counter()
    for line in parsed:
        if line.kind is not None:
            spelled.setdefault(_key(line), " ".join(line.label.split()))
            counts[_key(line)] += 1
    chosen: set[_Key] = set()
    for kind in (COLON, OWN_LINE, TAB, BRACKET, BOLD):
        ours = Counter({key: n for key, n in counts.items() if key[0] == kind})
        share = ours.total() / max(1, len(parsed))
        if kind == COLON:
            chosen |= _with_colon(parsed, ours, spelled, share)
        elif kind == OWN_LINE:
            names = {key for key in ours if ours[key] > 1 or looks_like_name(spelled[key])}
            chosen |= names if ours.total() > 1 else set()
        elif _alternate(ours) and (kind == BOLD or share >= _MOST):
            chosen |= {key for key, n in ours.items() if n > 1 or looks_like_name(spelled[key])}
    return {key: spelled[key] for key in spelled if key in chosen}


def _alternate(counts: Counter[_Key]) -> bool:
    return sum(n > 1 for n in counts.values()) > 1


def _with_colon(
    parsed: Sequence[Parsed], counts: Counter[_Key], spelled: dict[_Key, str], share: float
) -> set[_Key]:
    """Labels before a colon: a colon alone is not enough, for people say what others said."""
    names = {
        key: n
        for key, n in counts.items()
        if not is_nobody(spelled[key]) or (n > 2 and is_known_role(spelled[key]))
    }
    sure = {key for key, n in names.items() if n > 2}
    roles = {key for key in names if is_known_role(spelled[key])}
    if share < _LEAST_SHARE or not (
        sure or _alternate(Counter(names)) or (roles and sum(names.values()) > 1)
    ):
        return set()
    bold = {_key(line) for line in parsed if line.bold}
    small = {word for line in parsed for word in _SMALL_WORDS.findall(line.words)}
    for key, n in names.items():
        label = spelled[key]
        clear = is_code(label) or " " in label or label.casefold() not in small
        if looks_like_name(label) and (n > 1 or key in bold or share >= _MOST) and clear:
            sure.add(key)
    return sure | roles


class _Gathering:
    """Turns in the making: paragraphs come in, turns come out."""

    def __init__(self) -> None:
        self.turns: list[ReadTurn] = []
        self.paragraphs: list[str] = []
        self.speaker: str | None = None
        self.start: float | None = None
        self.end: float | None = None
        self.last_end: float | None = None

    def open(self, speaker: str | None, start: float | None) -> None:
        """Closes the turn before and begins another; one without words leaves no trace."""
        if self.paragraphs:
            # where stamps close the turns, a turn begins at the stamp before
            began = self.last_end if self.start is None and self.end is not None else self.start
            self.turns.append(ReadTurn("\n".join(self.paragraphs), self.speaker, began, self.end))
            self.last_end = self.end
        self.paragraphs, self.speaker, self.start, self.end = [], speaker, start, None

    def add(self, words: str, start: float | None, end: float | None) -> None:
        """A paragraph of the open turn."""
        self.paragraphs.append(words)
        self.start = start if self.start is None else self.start
        self.end = end if end is not None else self.end


def _turns(parsed: Sequence[Parsed], labels: dict[_Key, str]) -> list[ReadTurn]:
    gathering = _Gathering()
    stamp: float | None = None  # from a line of its own: it belongs to what follows
    for line in parsed:
        speaker = labels.get(_key(line)) if line.kind else None
        start = stamp if line.start is None else line.start
        words = line.words if speaker is None else line.rest
        if speaker is not None:
            gathering.open(speaker, start)
        elif line.heading or not labels:
            gathering.open(None, start)
        if words:
            gathering.add(words, start, line.end)
        if line.heading:
            gathering.open(None, None)
        stamp = None if words or speaker is not None else start
    gathering.open(None, None)
    return gathering.turns
