"""How much is generated: the size that the promises speak of, and a small one to try things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts of things; `_kb` are thousands of bytes of UTF-8 text."""

    transcripts: int = 200
    transcript_kb: int = 40
    cases: int = 10
    codes: int = 28
    codings: int = 10_000
    many_codings: int = 20_000
    most_codings: int = 100_000
    dense_codings: int = 1_600
    long_kb: int = 400
    long_codings: int = 2_000
    vast_kb: int = 2_000
    deepest: int = 7
    keys: int = 120
    applied: int = 200
    runs: int = 5


FULL = Sizes()
QUICK = Sizes(
    transcripts=10,
    transcript_kb=10,
    cases=2,
    codings=300,
    many_codings=600,
    most_codings=1_500,
    dense_codings=200,
    long_kb=60,
    long_codings=200,
    vast_kb=200,
    keys=40,
    applied=20,
    runs=2,
)
