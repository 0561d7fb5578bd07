"""What every test may lean on."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the developer's own settings, coder or project."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    for name in ("QUALCODE_PROJECT", "QUALCODE_CODER", "SOURCE_DATE_EPOCH", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def realdata() -> Path:
    """Real files kept beside the checkout; tests that need them skip where they are missing."""
    for base in (ROOT.parent, ROOT.parent.parent):
        folder = base / "shared" / "realdata"
        if folder.is_dir():
            return folder
    pytest.skip("no realdata beside this checkout")
