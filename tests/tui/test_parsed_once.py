"""Styles are read once for a theme, and are what they would be read anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet

from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.modes import MODES
from tests.tui.filled import done, filled


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


def rules(sheet: Stylesheet) -> list[tuple[object, ...]]:
    """What the styles say, in order."""
    return [
        (rule.selectors, rule.is_default_rules, rule.tie_breaker, *sorted(said.items(), key=str))
        for rule in sheet.rules
        for said in [{name: repr(value) for name, value in rule.styles.get_rules().items()}]
    ]


def read_anew(app: QualcodeApp) -> list[tuple[object, ...]]:
    """What all the pieces say when the library reads them from nothing."""
    fresh = Stylesheet(variables=app.get_css_variables())
    for place, (css, default, breaker, scope) in app.stylesheet.source.items():
        fresh.add_source(css, place, default, breaker, scope)
    fresh.reparse()
    return rules(fresh)


async def test_styles_are_those_that_are_read_anew(full: Project) -> None:
    """In all rooms, in another theme, and back in the first."""
    app = QualcodeApp(full)
    async with app.run_test(size=(120, 40)) as pilot:
        for room in MODES:
            await app.switch_mode(room)
        first = app.theme
        for theme in (first, *list(app.available_themes)[:2], first):
            app.theme = theme
            await done(pilot)
            app.refresh_css()
            assert rules(app.stylesheet) == read_anew(app)


async def test_no_piece_is_read_twice(full: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each widget's and each room's rules are read when they come, and not again."""
    read: list[object] = []
    parse = stylesheet.parse

    def counted(*of: object, **named: object) -> object:
        read.append((of[1], named["tie_breaker"]) if len(of) > 1 else of)
        return parse(*of, **named)

    monkeypatch.setattr(stylesheet, "parse", counted)
    app = QualcodeApp(full)
    async with app.run_test(size=(120, 40)) as pilot:
        await done(pilot)
        read.clear()
        for room in [*MODES, *MODES]:
            await app.switch_mode(room)
            await done(pilot)
        assert read and len(read) == len(set(read))
