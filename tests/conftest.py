"""What every test may lean on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# how long an example takes says more of the machine than of the promise; the same examples in
# every run, so that a change is judged by what it changes
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("roaming", deadline=None)
settings.load_profile("roaming" if os.environ.get("QUALCODE_ROAM") else "same")

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """With `-n auto`: the screens' tests wait more than they work, so twice as many as there are
    processors."""
    return 2 * (os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1)


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
