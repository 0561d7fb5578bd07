"""Subtitle files: WebVTT and SubRip, from meeting programs and speech recognisers."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from qualcode.domain.document import ReadTurn
from qualcode.errors import BadFile
from qualcode.importers.bytes import decode
from qualcode.importers.lines import Reading
from qualcode.importers.options import ReadOptions
from qualcode.importers.speakers import labels_of
from qualcode.importers.timestamps import seconds
from qualcode.sentences import numbered, sentence
from qualcode.text.canonical import split_lines

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NO_CUE = re.compile(r"WEBVTT|NOTE\b|STYLE\b|REGION\b")
_PAUSE = 1.0
_LONG_PAUSE = 4.0
_LONG = 400
"""Without speakers a paragraph ends at a sentence before a pause, or when it is as long as this."""

NO_SPEAKERS_IN_CUES = sentence(
    "No speakers were found: cues were joined to paragraphs by sentence and pause."
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What was said from `start` to `end` (seconds); `speaker` as its voice tag says."""

    start: float
    end: float
    words: str
    speaker: str | None = None


def read_vtt(raw: bytes, name: str, options: ReadOptions) -> Reading:
    """The turns of a WebVTT file; raises BadFile when it has no cues."""
    return _read(raw, name, "vtt")


def read_srt(raw: bytes, name: str, options: ReadOptions) -> Reading:
    """The turns of a SubRip file; raises BadFile when it has no cues."""
    return _read(raw, name, "srt")


def _read(raw: bytes, name: str, kind: str) -> Reading:
    decoded = decode(raw, name)
    text = "\n".join(split_lines(decoded.text.removeprefix("\ufeff"))).lstrip("\n")
    captions = _captions(text, name, kind)
    cues = [cue for caption in captions for cue in _cues(caption)]
    if not cues:
        raise BadFile(
            sentence("{name} holds no cues with words.", name=name),
            sentence("Export the transcript again."),
        )
    warnings = list(decoded.warnings)
    lost = _lost(text, len(captions), kind)
    if lost > 0:
        warnings.append(
            numbered(
                "{n} cue was left out: without words, or its times are damaged.",
                "{n} cues were left out: without words, or their times are damaged.",
                lost,
            )
        )
    ordered = sorted(cues, key=lambda cue: cue.start)
    if ordered != cues:
        warnings.append(sentence("The cues were not in the order of time; they were sorted."))
    ordered = list(_with_labels(ordered))
    if all(cue.speaker is None for cue in ordered):
        return Reading(_by_pause(ordered), (*warnings, NO_SPEAKERS_IN_CUES), decoded.encoding)
    return Reading(_by_speaker(ordered), tuple(warnings), decoded.encoding)


def _captions(text: str, name: str, kind: str) -> list[Any]:
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        captions: list[Any] = webvtt.from_buffer(io.StringIO(text), format=kind).captions
    except (MalformedFileError, MalformedCaptionError):
        first = sentence("the line WEBVTT")
        if kind != "vtt":
            first = sentence("a number and a line of times")
        raise BadFile(
            sentence(
                "{name} is no .{kind} file: it does not begin with {first}.",
                name=name,
                kind=kind,
                first=first,
            ),
            sentence("Export it again, or import it as text with --format txt."),
        ) from None
    return captions


def _lost(text: str, read: int, kind: str) -> int:
    """How many cues the file seems to have beyond those that were read."""
    timed = sum("-->" in line for line in text.split("\n"))
    blocks = re.split(r"\n(?:[ ]*\n)+", text.strip()) if kind == "vtt" else []
    stray = sum("-->" not in block and not _NO_CUE.match(block) for block in blocks)
    return max(0, timed - read) + stray


def _cues(caption: Any) -> Iterator[Cue]:
    """One cue per voice in a caption."""
    pieces = _VOICE.split(caption.raw_text)
    start, end = seconds(caption.start), seconds(caption.end)
    for speaker, words in zip([None, *pieces[1::2]], pieces[::2], strict=True):
        words = " ".join(html.unescape(_TAG.sub("", words)).split())
        if words:
            name = " ".join(html.unescape(speaker).split()) if speaker else None
            yield Cue(start, end, words, name)


def _with_labels(cues: list[Cue]) -> Iterator[Cue]:
    """The cues with `Name:` at the front of their words as speaker.

    A cue without a name goes on with the speaker before it, once there has been one.
    """
    if any(cue.speaker for cue in cues):
        yield from cues
        return
    labels = labels_of(cue.words for cue in cues)
    speaker: str | None = None
    for cue in cues:
        speaker, words = labels.get(cue.words, (speaker, cue.words))
        yield Cue(cue.start, cue.end, words, speaker)


def _by_speaker(cues: Iterable[Cue]) -> list[ReadTurn]:
    turns: list[ReadTurn] = []
    gathered: list[Cue] = []
    for cue in cues:
        if gathered and cue.speaker != gathered[-1].speaker:
            turns.append(_turn(gathered))
            gathered = []
        gathered.append(cue)
    return [*turns, _turn(gathered)]


def _by_pause(cues: Iterable[Cue]) -> list[ReadTurn]:
    turns: list[ReadTurn] = []
    gathered: list[Cue] = []
    length = 0
    for cue in cues:
        if gathered:
            pause = cue.start - gathered[-1].end
            ended = _SENTENCE_END.search(gathered[-1].words) is not None
            if pause >= _LONG_PAUSE or (ended and (pause >= _PAUSE or length >= _LONG)):
                turns.append(_turn(gathered))
                gathered, length = [], 0
        gathered.append(cue)
        length += len(cue.words)
    return [*turns, _turn(gathered)]


def _turn(cues: list[Cue]) -> ReadTurn:
    words = " ".join(cue.words for cue in cues if cue.words)
    return ReadTurn(words, cues[0].speaker, cues[0].start, max(cue.end for cue in cues))
