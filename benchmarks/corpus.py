"""Generates the transcripts and the codings, the same ones every time, and lays them in files.

A passage is said as turn and offsets within the turn's words, because programs differ in what
they keep as text: `Marked` says where it lies in the .txt file, in the visible text of the .html
file and on which line.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.sizes import Sizes
from benchmarks.words import LANGUAGES, sentence

SEED = 20_240_501
CODERS = ("anna", "bo")
LONG, VAST = "intervju-lång", "intervju-jättelång"
ORGANISATIONS = ("Kommunen", "Skolan", "Föreningen", "Bolaget")


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's words; `sentences` are half-open code point offsets in `text`."""

    speaker: str
    text: str
    sentences: tuple[tuple[int, int], ...]

    @property
    def labelled(self) -> str:
        """The turn as it stands in a file."""
        return f"{self.speaker}: {self.text}"


@dataclass(frozen=True)
class Transcript:
    """A generated interview."""

    name: str
    language: str
    case: str
    turns: tuple[Turn, ...]

    @property
    def txt(self) -> str:
        """The text of the .txt file: turns parted by an empty line."""
        return "\n\n".join(turn.labelled for turn in self.turns) + "\n"

    @property
    def html(self) -> str:
        """The same turns as paragraphs, for a program that reads HTML."""
        body = "".join(f"<p>{turn.labelled}</p>" for turn in self.turns)
        return f"<!DOCTYPE html><html><body>{body}</body></html>"

    @cached_property
    def in_txt(self) -> list[int]:
        """Where each turn's words begin in the .txt file, in code points."""
        ends = accumulate(len(turn.labelled) + 2 for turn in self.turns)
        return [end - 2 - len(turn.text) for end, turn in zip(ends, self.turns, strict=True)]

    @cached_property
    def in_html(self) -> list[int]:
        """Where each turn's words begin in the visible text of the .html file, in bytes."""
        ends = accumulate(len(turn.labelled.encode()) for turn in self.turns)
        return [end - len(turn.text.encode()) for end, turn in zip(ends, self.turns, strict=True)]


@dataclass(frozen=True, slots=True)
class Mark:
    """A code on a passage: from (turn, offset) up to (turn, offset), turns from 0."""

    document: str
    start: tuple[int, int]
    end: tuple[int, int]
    code: int
    coder: str
    valence: str = ""
    degree: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark within one turn as other programs address it; lines count from 0."""

    document: str
    code: int
    coder: str
    start: int
    end: int
    byte_start: int
    byte_end: int
    line: int
    quote: str


def transcript(random: Random, name: str, case: str, kilobytes: int) -> Transcript:
    """An interview of about that many thousand bytes of UTF-8."""
    language = random.choice(LANGUAGES)
    turns: list[Turn] = []
    size = 0
    while size < kilobytes * 1000:
        asks = len(turns) % 2 == 0
        count = random.randint(1, 2) if asks else random.randint(2, 9)
        said = [sentence(random, language, "?" if asks else ".") for _ in range(count)]
        ends = list(accumulate(len(text) + 1 for text in said))
        spans = tuple((end - 1 - len(text), end - 1) for end, text in zip(ends, said, strict=True))
        turns.append(Turn("INT" if asks else "IP", " ".join(said), spans))
        size += len(turns[-1].labelled.encode()) + 2
    return Transcript(name, language, case, tuple(turns))


def transcripts(sizes: Sizes) -> list[Transcript]:
    """The interviews of all cases."""
    random = Random(SEED)
    return [
        transcript(
            random, f"intervju-{n:03}", f"Satsning {n % sizes.cases + 1}", sizes.transcript_kb
        )
        for n in range(1, sizes.transcripts + 1)
    ]


def marks(texts: Sequence[Transcript], count: int, codes: int) -> list[Mark]:
    """Codings on one to three sentences of one answer, the coders taking turns at coding."""
    random = Random(SEED + count)
    seen: set[Mark] = set()
    found: list[Mark] = []
    while len(found) < count:
        text = texts[random.randrange(len(texts))]
        n = random.randrange(1, len(text.turns) - len(text.turns) % 2, 2)
        sentences = text.turns[n].sentences
        first = random.randrange(len(sentences))
        last = min(first + random.randrange(3), len(sentences) - 1)
        code, coder = random.randrange(codes), CODERS[len(found) % len(CODERS)]
        place = Mark(text.name, (n, sentences[first][0]), (n, sentences[last][1]), code, coder)
        if place in seen:
            continue
        seen.add(place)
        found.append(_judged(random, place))
    return found


def deep_marks(text: Transcript, count: int, codes: int, deepest: int) -> list[Mark]:
    """Codings over one or several turns of one text, never more than `deepest` over each other."""
    random = Random(SEED + count + 1)
    depth = [0] * len(text.turns)
    found: list[Mark] = []
    for _ in range(count * 100):
        if len(found) == count:
            break
        first = random.randrange(len(text.turns))
        last = min(first + random.choice((0, 0, 0, 1, 1, 2, 6)), len(text.turns) - 1)
        if max(depth[first : last + 1]) >= deepest:
            continue
        for n in range(first, last + 1):
            depth[n] += 1
        start = random.choice(text.turns[first].sentences)[0] if last > first else 0
        end = random.choice(text.turns[last].sentences)[1]
        place = Mark(text.name, (first, start), (last, end), random.randrange(codes), CODERS[0])
        found.append(_judged(random, place))
    return found


def _judged(random: Random, mark: Mark) -> Mark:
    valence = random.choice(("helps", "helps", "hinders", "mixed", ""))
    degree = random.randint(1, 5) if random.random() < 0.03 else None
    return Mark(mark.document, mark.start, mark.end, mark.code, mark.coder, valence, degree)


def marked(text: Transcript, mark: Mark) -> Marked:
    """Where a mark lies for a program that keeps the text as it stands in the file."""
    n, start = mark.start
    said = text.turns[n].text
    end = mark.end[1]
    quote = said[start:end]
    byte = text.in_html[n] + len(said[:start].encode())
    return Marked(
        document=mark.document,
        code=mark.code,
        coder=mark.coder,
        start=text.in_txt[n] + start,
        end=text.in_txt[n] + end,
        byte_start=byte,
        byte_end=byte + len(quote.encode()),
        line=2 * n,
        quote=quote,
    )


def lay(folder: Path, texts: Sequence[Transcript]) -> None:
    """Write every transcript as `txt/NAME.txt` and `html/NAME.html`."""
    for ending in ("txt", "html"):
        (folder / ending).mkdir(parents=True, exist_ok=True)
        for text in texts:
            path = folder / ending / f"{text.name}.{ending}"
            path.write_text(getattr(text, ending), encoding="utf-8")


def lay_for_peers(folder: Path, sizes: Sizes, texts: Sequence[Transcript]) -> Path:
    """Write what the other programs' drivers need and return the file."""
    by_name = {text.name: text for text in texts}
    dense = dense_transcript(sizes)
    lay(folder / "dense", [dense])
    plan = {
        "txt": str(folder / "txt"),
        "html": str(folder / "html"),
        "dense_txt": str(folder / "dense" / "txt"),
        "dense_html": str(folder / "dense" / "html"),
        "codes": [f"code-{n:02}" for n in range(1, sizes.codes + 1)],
        "codings": [
            asdict(marked(by_name[mark.document], mark))
            for mark in marks(texts, sizes.codings, sizes.codes)
        ],
        "dense": [
            asdict(marked(dense, mark)) for mark in marks([dense], sizes.dense_codings, sizes.codes)
        ],
        "applied": sizes.applied,
        "runs": sizes.runs,
    }
    path = folder / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    return path


def dense_transcript(sizes: Sizes) -> Transcript:
    """One more interview, for the screen that shows many codings."""
    return transcript(Random(SEED + 1), "intervju-tät", "Satsning 1", sizes.transcript_kb)


def long_transcript(sizes: Sizes) -> Transcript:
    """The long text in which keys are timed."""
    return transcript(Random(SEED + 2), LONG, "Satsning 1", sizes.long_kb)


def vast_transcript(sizes: Sizes) -> Transcript:
    """A text that is longer than any interview, in which keys should feel the same."""
    return transcript(Random(SEED + 3), VAST, "Satsning 1", sizes.vast_kb)
