"""Alpha of ordered values meets the published examples."""

from __future__ import annotations

import pytest

from qualcode.analysis.ordinal import ordinal_alpha

FOUR_CODERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
THREE_CODERS = (".....34121133.3", "1.213343.......", "..21344.21133.4")


def _units(coders: tuple[str, ...]) -> list[list[float]]:
    return [[float(one) for one in unit if one != "."] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(("coders", "expected"), [(FOUR_CODERS, 0.81539), (THREE_CODERS, 0.80672)])
def test_published_examples(coders: tuple[str, ...], expected: float) -> None:
    """Krippendorff's four coders of twelve units, and three coders of fifteen."""
    assert ordinal_alpha(_units(coders)) == pytest.approx(expected, abs=5e-6)


def test_where_it_is_undefined() -> None:
    """Nobody rated twice, or everybody gave one value."""
    assert ordinal_alpha([]) is None
    assert ordinal_alpha([[1.0], [2.0]]) is None
    assert ordinal_alpha([[2.0, 2.0], [2.0, 2.0]]) is None
