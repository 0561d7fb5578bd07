"""The schema that editors complete codebook files by, against what the program reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from qualcode.exchange import codebook_yaml
from qualcode.exchange.codebook_checks import KINDS
from qualcode.exchange.codebook_read import FORMAT, KEYS

jsonschema = pytest.importorskip("jsonschema")

FOLDER = Path(__file__).resolve().parents[2] / "codebooks"
SHIPPED = sorted(FOLDER.glob("*.yaml"))
SCHEMA = json.loads((FOLDER / "codebook.schema.json").read_text("utf-8"))
FIRST_LINE = "# yaml-language-server: $schema=codebook.schema.json"


def complaints(text: str) -> list[str]:
    plain = json.loads(json.dumps(yaml.safe_load(text)))
    found = jsonschema.Draft202012Validator(SCHEMA).iter_errors(plain)
    return [f"{list(error.path)}: {error.message}" for error in found]


def test_the_schema_is_one():
    """It is valid by its own standard."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_codebooks_follow_it(path):
    """They validate, name the schema in their first line, and have no remarks."""
    text = path.read_text("utf-8")
    assert complaints(text) == []
    assert text.startswith(FIRST_LINE + "\n")
    assert codebook_yaml.check(text)[1] == []


def test_both_know_the_same_keys():
    """A key that the program reads is in the schema, and the other way round."""
    parts = {"file": SCHEMA} | {name: SCHEMA["$defs"][name] for name in KEYS if name != "file"}
    for name, keys in KEYS.items():
        assert set(parts[name]["properties"]) == set(keys.split()), name
        assert parts[name]["additionalProperties"] is False
    assert tuple(SCHEMA["$defs"]["code"]["properties"]["kind"]["enum"]) == KINDS
    assert SCHEMA["properties"]["format"]["const"] == FORMAT


@pytest.mark.parametrize(
    "text",
    [
        "id: x\nfoo: 1\ncodes: []",
        "id: x\ncodes: [{id: a, label: A, colr: '#ffffff'}]",
        "id: x\ncodes: []\nscales: {s: {foo: 1, values: [{id: a}]}}",
        "id: x\ncodes: []\nscales: {s: {values: [{id: a, foo: 1}]}}",
        "id: x\ncodes: []\nsets: {s: {foo: 1}}",
        "id: x\ncodes: []\nextensions: {s: {foo: 1}}",
        "id: x\ncodes: []\nthemes: [{id: t, foo: 1}]",
    ],
)
def test_unknown_keys_are_remarked_on_by_both(text):
    """What an editor underlines, lint says, and nothing else is wrong with it."""
    assert len(complaints(text)) == 1
    said = [p for p in codebook_yaml.check(text)[1] if "is not known and left out" in p.message]
    assert len(said) == 1
