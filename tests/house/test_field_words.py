"""Every field that an act can change has a word that the catalogues translate."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.chosen import OWNERS
from qualcode.domain.member_checks import TARGETS
from qualcode.services.act_phrases import PHRASES
from qualcode.services.hotkeys import SETTING
from qualcode.storage.journal import TYPED
from qualcode.storage.project import DEFAULTS
from qualcode.tui.telling import FIELDS
from tests.projects import a_project

TABLES = {
    "code": ("codings", "segments"),
    "document": ("documents",),
    "event": ("events",),
    "finding": ("findings",),
    "member-check": ("member_checks",),
    "outcome": ("outcomes",),
    "proposition": ("propositions",),
    "quote": ("chosen_quotes",),
    "segment": ("segments",),
    "theme": ("themes",),
}
"""What an act on each of these writes to."""
EVERYWHERE = {"id", "seq", "created", "deleted"}
GIVEN_ONCE = {
    "segments": "document_id version_id start stop turn last_turn coder_id",
    "codings": "segment_id codebook_id origin",
    "documents": "format version_id kind",
    "events": "case_id",
    "findings": "position merged_into",
    "member_checks": "document_id participant_id target_kind target",
    "outcomes": "case_id position",
    "propositions": "position",
    "chosen_quotes": "owner_kind owner coding_id version_id start stop cuts replacements "
    "corrections attribution translation translation_language translator",
    "themes": "position scale origin",
}
"""Columns that stay as they came, or that an act with a phrase of its own changes."""


def nouns() -> set[str]:
    """What is acted on where the phrase names the fields that were changed."""
    return {kind.partition(".")[0] for kind, said in PHRASES.items() if "{fields}" in said}


def test_every_act_that_names_fields_is_known_here() -> None:
    """A new act of that kind says here what it writes to."""
    assert nouns() == TABLES.keys()


@pytest.mark.parametrize("noun", sorted(TABLES))
def test_every_changeable_column_has_a_word(noun: str, tmp_path: Path) -> None:
    """A column that is not given once is a field that the history may name."""
    with a_project(tmp_path) as project:
        for table in TABLES[noun]:
            rows = project.session.store.rows(f"SELECT name FROM pragma_table_info('{table}')")
            columns = {name for (name,) in rows}
            once = set(GIVEN_ONCE[table].split())
            assert once <= columns, f"{table} has none of {once - columns} any more"
            assert TYPED.get(table, frozenset()) <= columns
            fields = {name.removesuffix("_id") for name in columns - once - EVERYWHERE}
            assert fields <= set(FIELDS), f"marked() in telling.FIELDS: {fields - set(FIELDS)}"


def test_every_setting_has_a_word() -> None:
    """The history names the setting that was changed."""
    assert {*DEFAULTS, SETTING} <= set(FIELDS)


def test_whatever_something_is_about_has_a_word() -> None:
    """Quotes and replies are told with what they belong to."""
    assert {*OWNERS, *TARGETS} <= set(FIELDS)
