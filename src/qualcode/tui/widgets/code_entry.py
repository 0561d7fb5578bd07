"""The whole entry of a code, what the lint says of it, and the versions that touched it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.comparison import Change
from qualcode.sentences import Sentence
from qualcode.services.codebook_drafts import Remark
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.definition import entry_of
from qualcode.tui.widgets.wrapped_words import WrappedWords
from qualcode.tui.words import _, counted, marked, translated

if TYPE_CHECKING:
    from qualcode.services.workspace import Project
    from qualcode.storage.books import BookVersion

Told = tuple["BookVersion", Sentence]
"""Something that a version changed, in words."""

ENTRY_FIELDS = (
    *(marked("label"), marked("definition"), marked("include"), marked("exclude")),
    marked("example"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A code with what is known about it."""

    code: Code
    book: Codebook
    language: str
    remarks: Sequence[Remark] = ()
    history: Sequence[Told] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Histories:
    """Versions, oldest first, and what they changed, by the id of the code."""

    versions: Sequence[BookVersion] = ()
    told: Mapping[str, Sequence[Told]] = field(default_factory=dict)


class CodeEntry(WrappedWords, can_focus=True):
    """The entry of one code."""

    WIDEST = 96

    def show(self, shown: Shown | None) -> None:
        """Show another entry, or nothing; another code is shown from its beginning."""
        words = entry_text(shown) if shown else Text()
        other = words.plain.partition("\n")[0] != self.words.plain.partition("\n")[0]
        self.show_words(words)
        if other:
            self.scroll_to(y=0, animate=False, immediate=True)


def entry_text(shown: Shown) -> Text:
    """The entry, what is missing in the language, the remarks, the history newest first."""
    code = shown.code
    text = entry_of(code, shown.book, shown.language, full=True)
    missing = [_(name) for name in ENTRY_FIELDS if _elsewhere_only(code, name, shown.language)]
    if missing:
        words = _("Not in {language}: {fields}", language=shown.language, fields=", ".join(missing))
        text.append(f"\n\n{words}", style="italic")
    if code.retired:
        became = ", ".join(shown.book.by_id[each].name(shown.language) for each in _known(shown))
        words = _("Retired: became {codes}", codes=became) if became else _("Retired")
        text.append(f"\n\n{words}", style="bold")
    elif code.id in shown.book.switched_off:
        text.append("\n\n" + _("In an extension that is off"), style="bold")
    if shown.waiting:
        words = counted("{n} to read again", "{n} to read again", shown.waiting)
        text.append(f"\n\n↻ {words}", style="bold")
        text.append("  " + _("w shows them"), style="not bold")
    if shown.remarks:
        text.append("\n\n" + _("Remarks"), style="bold")
        for remark in shown.remarks:
            sign = "✗" if remark.wrong else "!"
            text.append(f"\n{sign} {translated(remark.line)}", style="not bold")
    text.append("\n\n" + _("History"), style="bold")
    for version, words in reversed(shown.history):
        text.append(f"\n{_line(version, translated(words), code.id)}", style="not bold")
    if not shown.history:
        text.append("\n…", style="not bold")
    return text


def _known(shown: Shown) -> list[str]:
    return [each for each in shown.code.became if each in shown.book.by_id]


def _elsewhere_only(code: Code, name: str, language: str) -> bool:
    said = getattr(code, name)
    return bool(said) and language not in said


def _line(version: BookVersion, words: str, code: str) -> str:
    """`2026-11-21 09:14 ann · relabelled: sv 'A' → 'B' (the reason)`."""
    when = datetime.fromisoformat(version.created).astimezone()
    words = words.removeprefix(code).strip()
    reason = f" ({one_line(version.reason)})" if version.reason else ""
    who = version.author or "?"
    return f"{when:%Y-%m-%d %H:%M} {who} · {version.version} · {one_line(words)}{reason}"


def read_on(known: Histories, project: Project) -> Histories:
    """What every version changed: those that are known already are not read again.

    Where one of them was taken back, all are.
    """
    from qualcode.domain.comparison import diff

    versions = [one for one in project.versions.list() if one.operation.get("kind") != "receive"]
    if versions[: len(known.versions)] != known.versions:
        known = Histories()
    told = {code: [*each] for code, each in known.told.items()}
    before = project.versions.content(known.versions[-1]) if known.versions else None
    for version in versions[len(known.versions) :]:
        book = project.versions.content(version)
        if before is None:
            changes = tuple(Change("added", "code", code.id) for code in book.codes)
        else:
            changes = diff(before, book)
        for change in changes:
            if change.kind == "code":
                told.setdefault(change.id, []).append((version, change.words))
        before = book
    return Histories(versions, told)
