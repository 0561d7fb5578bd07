"""Coefficients have the published values, and no value where there is none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.agreement import alpha, interval, kappa, kappa_of, positive, same


def ratings(*lines: str) -> np.ndarray:
    """One line per coder; a dot is a unit that the coder did not read."""
    signs = [line.replace(" ", "") for line in lines]
    return np.array([[math.nan if one == "." else float(one) for one in line] for line in signs])


def pairs(table: list[list[int]]) -> np.ndarray:
    """Two coders' ratings that give this table of counts."""
    found = [
        (a, b) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)
    ]
    return np.array(found, dtype=float).T


COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
POESIO = [[46, 0, 0], [6, 32, 6], [0, 0, 10]]


def test_alpha_of_four_coders_with_missing_values() -> None:
    """Krippendorff's twelve units, four coders."""
    found = alpha(ratings("123321412...", "12332241 25.3", ".33323422 51.", "123324412 51."))
    assert found == pytest.approx(0.74342, abs=5e-6)


def test_alpha_of_three_coders_with_many_missing_values() -> None:
    """The example of the encyclopaedia: fifteen units."""
    found = alpha(ratings(".....3412113 3.3", "1.213343.......", "..21344.21133.4"))
    assert found == pytest.approx(0.69136, abs=5e-6)


def test_two_coders_on_ten_units() -> None:
    """Sixty per cent agreement is hardly better than chance there."""
    both = ratings("1100000000", "0110010100")
    assert same(*both) == pytest.approx(0.6)
    assert alpha(both) == pytest.approx(0.09524, abs=5e-6)
    assert kappa(*both) == pytest.approx(0.0909, abs=5e-5)


def test_kappa_of_cohens_table() -> None:
    """Cohen 1960, page 45, with alpha on the same table; and the table of page 37."""
    assert kappa_of(COHEN) == pytest.approx(0.49153, abs=5e-6)
    assert kappa(*pairs(COHEN)) == pytest.approx(0.49153, abs=5e-6)
    assert alpha(pairs(COHEN)) == pytest.approx(0.4885, abs=5e-5)
    assert kappa_of([[25, 12, 3], [13, 2, 15], [12, 16, 2]]) == pytest.approx(-0.0923, abs=5e-5)


def test_artstein_and_poesio() -> None:
    """Two values, three values, and three values of which one is half as far from the others."""
    assert kappa_of([[20, 10], [20, 50]]) == pytest.approx(0.348, abs=5e-4)
    assert kappa_of(POESIO) == pytest.approx(0.8013, abs=5e-5)
    assert alpha(pairs(POESIO)) == pytest.approx(0.800, abs=1e-3)

    def half(one: float, other: float) -> float:
        return 0.0 if one == other else 0.5 if 2 in (one, other) else 1.0

    assert kappa(*pairs(POESIO), half) == pytest.approx(0.8163, abs=5e-5)
    assert alpha(pairs(POESIO), half) == pytest.approx(0.8156, abs=5e-5)


def test_all_equal_is_undefined() -> None:
    """Where nobody, or everybody, marked every unit there is no coefficient: not 0, not 1."""
    for both in (ratings("0000", "0000"), ratings("1111", "1111"), ratings("....", "01..")):
        assert alpha(both) is None and kappa(*both) is None
    assert positive(*ratings("0000", "0000")) is None
    assert positive(*ratings("1100", "0110")) == pytest.approx(0.5)
    assert alpha(np.empty((2, 0))) is None and same(*np.empty((2, 0))) is None


matrices = (
    st.integers(2, 4)
    .flatmap(
        lambda coders: st.lists(
            st.lists(st.sampled_from([0.0, 1.0, math.nan]), min_size=coders, max_size=coders),
            min_size=1,
            max_size=30,
        )
    )
    .map(lambda rows: np.array(rows).T)
)


@given(matrices, st.randoms())
def test_order_and_names_do_not_matter(found: np.ndarray, dice) -> None:
    """Coders and units in another order, and 0 for 1, give the same; nothing is above 1."""
    first = alpha(found)
    coders, units = list(range(len(found))), list(range(found.shape[1]))
    dice.shuffle(coders)
    dice.shuffle(units)
    for other in (found[coders][:, units], 1 - found):
        second = alpha(other)
        assert (first is None) == (second is None)
        assert first is None or (first == pytest.approx(second) and first <= 1 + 1e-12)


@given(matrices)
def test_a_coder_agrees_with_himself(found: np.ndarray) -> None:
    """Alpha and kappa are 1 where they are defined."""
    twice = np.stack([found[0], found[0]])
    assert alpha(twice) in (None, pytest.approx(1)) and kappa(*twice) in (None, pytest.approx(1))


@given(matrices)
def test_alpha_by_counting_pairs(found: np.ndarray) -> None:
    """The same as by the definition: pairs within units against pairs of all paired values."""
    units = [[v for v in unit if not math.isnan(v)] for unit in found.T]
    units = [unit for unit in units if len(unit) > 1]
    values = [v for unit in units for v in unit]
    n = len(values)
    observed = sum(sum(a != b for a in unit for b in unit) / (len(unit) - 1) for unit in units)
    expected = sum(a != b for a in values for b in values) / (n - 1) if n else 0
    if not expected:
        assert alpha(found) is None
    else:
        assert alpha(found) == pytest.approx(1 - observed / expected)


def test_the_interval_draws_transcripts() -> None:
    """Below six there is none; from six on it holds the coefficient and comes out the same."""
    dice = np.random.default_rng(3)
    one = (dice.random(400) < 0.3).astype(float)
    other = np.where(dice.random(400) < 0.1, 1 - one, one)
    both = np.stack([one, other])
    few = [at // 80 for at in range(400)]
    assert interval(both, few) is None
    many = [at // 50 for at in range(400)]
    found = interval(both, many)
    assert found is not None and found == interval(both, many)
    middle = alpha(both)
    assert middle is not None and found.low < middle < found.high and found.undefined == 0


def test_draws_without_a_coefficient_are_counted() -> None:
    """A code in one transcript of six: some draws miss it."""
    both = np.zeros((2, 60))
    both[:, 3] = 1
    found = interval(both, [at // 10 for at in range(60)])
    assert found is not None and found.low == found.high == 1 and 0 < found.undefined < 2000
