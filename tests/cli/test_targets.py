"""A project is never written over, whatever file name somebody gives by mistake."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

WRITING = (
    ("table", "conditions", "--format", "csv", "--output"),
    ("table", "conditions", "--format", "xlsx", "--output"),
    ("code", "export", "--output"),
    ("codebook", "export"),
    ("codebook", "new", "--like", "framsteget"),
    ("report",),
)
"""Commands that write the file that is named last."""


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
@pytest.mark.parametrize("name", ["own", "other.qualcode", "other.docx", "other.yaml"])
def test_no_command_writes_over_a_project(project, run, tmp_path, command, name):
    """The project that is open, another one, and one under the name of a document."""
    target = Path(project)
    if name != "own":
        target = tmp_path / "others" / name
        target.parent.mkdir()
        shutil.copy(project, target)
    before = hashlib.sha256(target.read_bytes()).hexdigest()
    result = run(*command, target)
    assert result.code != 0
    assert hashlib.sha256(target.read_bytes()).hexdigest() == before
    assert run("check").code == 0
