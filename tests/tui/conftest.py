"""A small project for the screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.services.workspace import Project
from tests.projects import a_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two transcripts, seven codes, the coder ann; nothing coded yet."""
    with a_project(tmp_path, documents=2) as made:
        yield made
