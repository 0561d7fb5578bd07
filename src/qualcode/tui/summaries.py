"""What a summary is of: a theme, a theme in one case, a cell of the matrix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.framework import Place
from qualcode.domain.people import Case, Theme
from qualcode.tui.fitting import one_line

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@dataclass(frozen=True, slots=True)
class Subject:
    """Names what is summed up; `about` tells it from all others.

    `read` gives the words that are stored now, `write` stores others or None for none. Both raise
    NotFound where it is not there any more.
    """

    about: str
    name: str
    read: Callable[[], str]
    write: Callable[[str | None], object]


def of_theme(project: Project, theme: Theme, case: Case | None) -> Subject:
    """A theme in the whole project, or in one case."""
    known = case.id if case else None

    def read() -> str:
        found = project.themes.resolve(theme.id)
        return (found.case_summaries.get(known) if known else found.summary) or ""

    return Subject(
        f"theme:{theme.id}:{known or ''}",
        f"{theme.name} · {one_line(case.name)}" if case else theme.name,
        read,
        lambda words: project.themes.summary(theme.id, words, known),
    )


def of_cell(project: Project, place: Place, label: str) -> Subject:
    """A cell of the matrix; `label` names it for the reader."""
    framework = project.framework

    def read() -> str:
        framework.place(place.row, place.code, place.row_kind)
        return framework.summary(place)

    about = f"cell:{place.row_kind}:{place.row}:{place.code}"
    return Subject(about, label, read, lambda words: framework.write(place, words))
