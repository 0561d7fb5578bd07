"""What a user may say about a file beside its path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file.

    `format` overrides the ending (`txt`, `md`, `docx`, `vtt`, `srt`); `language` the recognised
    one. `interviewers` are speaker labels beside those known by rule. `first_word_speakers` takes
    the first word of every line as its speaker, as in corpora.
    """

    format: str | None = None
    language: str | None = None
    interviewers: tuple[str, ...] = ()
    first_word_speakers: bool = False
