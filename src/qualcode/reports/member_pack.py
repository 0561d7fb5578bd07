"""What an informant is given to check: their own words, and how they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.domain.quoting import tidy
from qualcode.reports.model import Block, Heading, Paragraph, Quote, Report, Run, paragraph
from qualcode.reports.wording import Wording


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A passage of the informant and how it was read: labels of codes with their valence.

    `conversation` counts their documents from 1.
    """

    conversation: int
    text: str
    read_as: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class RestingFinding:
    """A finding that rests on the informant's words; `side` is for, against or both."""

    kind: str
    statement: str
    side: str


@dataclass(frozen=True, slots=True)
class Pack:
    """All that goes into the pack of one informant. `left_out` counts what would show others."""

    participant: str
    words: tuple[OwnWords, ...]
    findings: tuple[RestingFinding, ...]
    left_out: int
    language: str
    date: str


def member_pack(pack: Pack) -> Report:
    """The pack as a report: nothing of anybody else is in it as long as `pack` holds nothing."""
    words = Wording(pack.language)
    name = tidy(pack.participant)
    blocks: list[Block] = [paragraph(words.say("pack-lead"))]
    blocks += _own_words(pack, words)
    blocks += _findings(pack, words)
    if pack.left_out:
        blocks.append(paragraph(words.say("pack-left-out")))
    blocks.append(Heading(1, words.say("pack-answer")))
    blocks.append(paragraph(words.say("pack-how")))
    title = words.say("pack-title", name=name)
    return Report(title, (), tuple(blocks), (), pack.language, pack.date)


def _own_words(pack: Pack, words: Wording) -> Iterator[Block]:
    if not pack.words:
        yield paragraph(words.say("pack-none"))
    before = 0
    for one in pack.words:
        if one.conversation != before:
            before = one.conversation
            yield Heading(1, words.say("pack-conversation", n=before))
        yield Quote(tidy(one.text), "")
        readings = [
            tidy(label) if valence is None else f"{tidy(label)} ({words.say(f'pack-{valence}')})"
            for label, valence in one.read_as
        ]
        if readings:
            yield Paragraph(
                (Run(f"{words.say('pack-read-as')} ", "strong"), Run("; ".join(readings)))
            )


def _findings(pack: Pack, words: Wording) -> Iterator[Block]:
    if not pack.findings:
        return
    yield Heading(1, words.say("pack-findings"))
    for one in pack.findings:
        yield Paragraph(
            (
                Run(f"{words.say(f'pack-{one.kind}')}: ", "strong"),
                Run(f"{tidy(one.statement)} "),
                Run(words.say(f"pack-{one.side}"), "emphasis"),
            )
        )
