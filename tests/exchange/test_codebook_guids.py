"""What another program calls a code, it is called again when the codebook goes back."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.revision import Add, Move, Relabel
from qualcode.exchange import codebook_json, codebook_qdc, codebook_yaml
from tests.exchange.test_codebook_qdc import code, qdc, taken

GUIDS = st.uuids().flatmap(lambda one: st.sampled_from([str(one), str(one).upper(), f"{{{one}}}"]))


def _guids(content: bytes) -> dict[str, str]:
    """GUIDs of the codes by their names."""
    root = ElementTree.fromstring(content)
    return {e.attrib["name"]: e.attrib["guid"] for e in root.iter() if e.tag.endswith("}Code")}


@given(st.lists(GUIDS, min_size=1, max_size=6, unique_by=lambda one: one.strip("{}").lower()))
def test_guids_go_out_as_they_came(guids):
    """Import, revision, the project's own format, YAML, export: the same letters for each code."""
    parts = "".join(
        f'<Code guid="{guid}" name="N{n}" isCodable="true"/>' for n, guid in enumerate(guids)
    )
    book, remarks = taken(qdc(parts))
    assert not any("GUID" in remark for remark in remarks)
    book = codebook_json.loads(codebook_json.kept(book))
    book = codebook_yaml.parse(codebook_yaml.dump(book), "x")
    first = Relabel(book.codes[0].id, {"en": "Other"}).apply(book)
    more = Add(Code("fresh", {"en": "Fresh"})).apply(first)
    more = Move("fresh", book.codes[-1].id).apply(more)
    found = _guids(codebook_qdc.dump(more))
    names = ["Other", *(f"N{n}" for n in range(1, len(guids)))]
    assert [found[name] for name in names] == guids
    again = _guids(codebook_qdc.dump(more))
    assert again["Fresh"] == found["Fresh"] not in guids


def test_a_new_code_has_the_same_guid_every_time():
    """A derived GUID depends on the codebook and the code alone, so nothing doubles elsewhere."""
    book = Codebook("b", "1", {"en": "B"}, (Code("a", {"en": "A"}),), languages=("en",))
    guid = _guids(codebook_qdc.dump(book))["A"]
    longer = Add(Code("z", {"en": "Z"})).apply(Relabel("a", {"en": "AA"}).apply(book))
    assert _guids(codebook_qdc.dump(longer))["AA"] == guid
    assert taken(codebook_qdc.dump(book))[0].code("a").guid is None


def test_duplicate_and_odd_guids_are_replaced_on_export():
    """Of two codes with one GUID the first keeps it; no file with a double or bad one goes out."""
    content = qdc(code(1, "A") + code(1, "B") + '<Code guid="x1" name="C" isCodable="true"/>')
    book, remarks = taken(content)
    assert [one.guid is not None for one in book.codes] == [True, False, False]
    assert any("is none" in remark for remark in remarks)
    found = _guids(codebook_qdc.dump(book))
    assert found["A"].endswith("0001") and len(set(found.values())) == 3
    assert _guids(codebook_qdc.dump(taken(codebook_qdc.dump(book))[0])) == found


def test_a_file_that_names_one_guid_twice_is_remarked_on():
    """Lint says which code has it, and the export is sound all the same."""
    guid = "00000000-0000-4000-8000-000000000001"
    text = (
        f"id: x\ncodes:\n- {{id: a, label: A, guid: {guid}}}\n- {{id: b, label: B, guid: {guid}}}"
    )
    book, problems = codebook_yaml.check(text)
    assert book is not None
    assert [(p.code, p.line) for p in problems if "GUID is also" in p.message] == [("b", 4)]
    assert len(set(_guids(codebook_qdc.dump(book)).values())) == 2
    assert codebook_yaml.check("id: x\ncodes:\n- {id: a, label: A, guid: abc}")[0] is None
