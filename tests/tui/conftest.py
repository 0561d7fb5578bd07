"""A small project for the screens, which are in English unless a test says otherwise."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qualcode.services.workspace import Project
from qualcode.tui import words
from tests.projects import a_project

Calls = Callable[[type, str], list[Any]]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever the machine's locale is, and whatever the test before has chosen."""
    for name in (words.VARIABLE, "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    words.speak("en")
    yield
    words.speak("en")


@pytest.fixture(autouse=True)
def _garbage_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program keeps what it holds at its start for good; here there are hundreds of starts."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two transcripts, seven codes, the coder ann; nothing coded yet."""
    with a_project(tmp_path, documents=2) as made:
        yield made


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Counts the calls of a method from now on: the arguments of each."""

    def watch(owner: type, name: str) -> list[Any]:
        calls: list[Any] = []
        real = getattr(owner, name)

        def counted(*args: Any, **named: Any) -> Any:
            calls.append(args)
            return real(*args, **named)

        monkeypatch.setattr(owner, name, counted)
        return calls

    return watch
