"""The sample project as far as it is coded, for tests that make an analysis of their own."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from qualcode.services import demo
from qualcode.services.demo_analysis import Analysis


def coded_sample(folder: Path) -> Path:
    """Build the sample without its cells, ratings, findings, quotes and decisions."""
    with patch.object(Analysis, "write", lambda *given: None):
        return demo.build(folder)[0]
