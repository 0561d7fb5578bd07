"""REFI-QDA codebooks: strictly valid out, any program's file in, nothing from outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import BadFile
from qualcode.exchange import codebook_qdc, codebook_yaml
from tests.exchange.codebooks import codebooks

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "codebooks").glob("*.yaml"))
SPACE = 'xmlns="urn:QDA-XML:codebook:1.0"'


def qdc(codes: str, sets: str = "", space: str = SPACE) -> bytes:
    return (
        f'<?xml version="1.0"?><CodeBook {space}><Codes>{codes}</Codes>{sets}</CodeBook>'.encode()
    )


def code(number: int, name: str, inside: str = "", more: str = 'isCodable="true"') -> str:
    guid = f"00000000-0000-4000-8000-{number:012}"
    return f'<Code guid="{guid}" name="{name}" {more}>{inside}</Code>'


def taken(content: bytes) -> tuple[Codebook, list[str]]:
    book, problems = codebook_qdc.check(content, "Our file")
    assert book is not None, problems
    return book, [problem.message for problem in problems]


def in_walking_order(book: Codebook) -> Codebook:
    return replace(book, codes=tuple(book.walk()))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_round_trip_keeps_everything(path):
    """Names, hierarchy, colours, texts of all languages, scales, sets: all the same again."""
    book = codebook_yaml.load(path)
    again, remarks = taken(codebook_qdc.dump(book))
    assert again == in_walking_order(book) and remarks == []


@given(codebooks())
def test_any_codebook_comes_back(book):
    """Labels in any script, other languages than the codebook's, retired codes, anchors."""
    again, _ = taken(codebook_qdc.dump(book))
    if not book.languages:
        book = replace(book, languages=again.languages)
    assert again == in_walking_order(book)


@given(codebooks())
def test_what_is_written_is_valid(realdata_schema, book):
    """The standard's own schema accepts it."""
    realdata_schema.assertValid(etree.fromstring(codebook_qdc.dump(book)))


@pytest.fixture(scope="module")
def realdata_schema():
    for base in Path(__file__).resolve().parents[2:4]:
        path = base.parent / "shared" / "realdata" / "refi-standard" / "Codebook.xsd"
        if path.is_file():
            return etree.XMLSchema(etree.parse(path))
    pytest.skip("no schema of the standard beside this checkout")


def test_guids_stay():
    """A second export, also of a changed codebook, has the same GUIDs for the same codes."""
    book = codebook_yaml.load(SHIPPED[0])
    first = codebook_qdc.dump(book)
    assert codebook_qdc.dump(book) == first
    codes = tuple(replace(one, label={"en": f"New {one.id}"}) for one in book.codes)
    guids = [
        [element.get("guid") for element in etree.fromstring(content).iter("{*}Code")]
        for content in (first, codebook_qdc.dump(replace(book, codes=codes)))
    ]
    assert guids[0] == guids[1] and len(set(guids[0])) == len(guids[0])


def test_what_others_do_not_see_is_said():
    """Scales, languages, cues and the rest are named."""
    said = " ".join(codebook_qdc.notes(codebook_yaml.load(SHIPPED[0])))
    assert "degree, valence" in said and "Cues" in said and "Languages" in said


def test_signs_that_xml_cannot_hold_are_left_out():
    """A label with a control character does not spoil the file, and the loss is said."""
    book = Codebook("x", "1", {"en": "X"}, (Code("a", {"en": "A\x0bB"}),), languages=("en",))
    again, _ = taken(codebook_qdc.dump(book))
    assert again.code("a").label == {"en": "AB"}
    assert any("Control characters" in line for line in codebook_qdc.notes(book))


def test_a_codebook_without_codes_cannot_be_one():
    """The standard wants a code; the error says so."""
    with pytest.raises(BadFile, match="without codes"):
        codebook_qdc.dump(Codebook("x", "1", {"en": "X"}, ()))


def test_another_programs_edits_arrive():
    """A new name and a description written above ours are taken; the ids stay."""
    book = Codebook(
        "x",
        "1",
        {"en": "X"},
        (Code("a", {"en": "Aim", "sv": "Mål"}, definition={"en": "What for."}),),
        languages=("en", "sv"),
    )
    content = codebook_qdc.dump(book).replace(b'name="Aim"', b'name="Purpose"')
    content = content.replace(b"<Description>Definition", b"<Description>Seen often.\nDefinition")
    again, _ = taken(content)
    assert again.code("a").label == {"en": "Purpose", "sv": "Mål"}
    assert again.code("a").definition == {"en": "Seen often.\nWhat for."}


def test_foreign_descriptions_are_definitions():
    """Plain words become the definition; labelled paragraphs go where they belong."""
    text = "Who is asked.\nUse when: somebody asks.\nNote: keep this"
    book, _ = taken(qdc(code(1, "Asking", f"<Description>{text}</Description>")))
    (one,) = book.codes
    assert one.definition == {"en": "Who is asked."}
    assert one.include == {"en": "somebody asks.\nNote: keep this"}


@pytest.mark.parametrize(
    "space", ["", 'xmlns="urn:QDA-XML:codebook:1:0"', 'xmlns="urn:QDA-XML:project:1.0"']
)
def test_any_namespace_and_a_byte_order_mark(space):
    """Elements are known by name; a mark or empty lines before the XML do no harm."""
    content = qdc(code(1, "目的"), space=space)
    for before in (b"", b"\xef\xbb\xbf", b"\n\n"):
        assert taken(before + content)[0].codes[0].label == {"en": "目的"}


def test_colours_of_all_kinds():
    """Short ones, ones with opacity and rgb() are converted; others are left out with a remark."""
    written = {"#fa0": "#ffaa00", "#FF33CC33": "#33cc33", "rgb(10,20,30)": "#0a141e", "red": None}
    codes = "".join(
        code(n, f"c{n}", more=f'isCodable="true" color="{colour}"')
        for n, colour in enumerate(written)
    )
    book, remarks = taken(qdc(codes))
    assert [one.colour for one in book.codes] == list(written.values())
    assert any("'red' is left out" in remark for remark in remarks)


def test_missing_iscodable_and_empty_sets():
    """A code that does not say can be coded with; an empty set is remarked on."""
    book, remarks = taken(qdc(code(1, "A", more=""), "<Sets><Set guid='x' name='S'/></Sets>"))
    assert book.codes[0].assignable and book.sets == {}
    assert any("isCodable" in remark for remark in remarks)
    assert any("'S' is empty" in remark for remark in remarks)
    assert taken(qdc(code(1, "A"), "<Sets/>"))[0].sets == {}
    assert not taken(qdc(code(1, "A", more='isCodable="false"')))[0].codes[0].assignable


def test_sets_of_codes_come_in():
    """Members are found by GUID, in braces, in capitals and under either name."""
    member = "<MemberCode {}='{{00000000-0000-4000-8000-000000000001}}'/>"
    sets = f"<Sets><Set guid='x' name='First round'>{member.format('targetGUID')}</Set></Sets>"
    assert taken(qdc(code(1, "A"), sets))[0].sets["first-round"].codes == ("a",)


@pytest.mark.parametrize("step", [".", "::"])
def test_flat_paths_become_a_tree(step):
    """Programs without levels write paths; only those whose beginning is a code are split."""
    names = (f"aim{step}vision", "aim", "e.g. this")
    book, _ = taken(qdc("".join(code(n, name) for n, name in enumerate(names))))
    vision = next(one for one in book.codes if one.label == {"en": "vision"})
    assert vision.parent == "aim" and book.codes[0].id == "aim"
    assert {"en": "e.g. this"} in [one.label for one in book.codes]


def test_duplicate_guids_and_names():
    """Codes that share a GUID or a name are kept apart; the same code twice is there once."""
    book, remarks = taken(
        qdc(code(1, "A") + code(1, "B") + code(2, "A") + code(1, "A", code(3, "C")))
    )
    assert [one.label["en"] for one in book.codes] == ["A", "B", "A (2)", "C"]
    assert book.code("c").parent == "a"
    assert any("GUID is also that of 'a'" in remark for remark in remarks)
    assert any("there twice" in remark for remark in remarks)


def test_ten_thousand_codes():
    """They are read in a moment, each with an id of its own, also when all are called the same."""
    codes = "".join(code(n, f"P {n}", code(20_000 + n, "Same")) for n in range(5000))
    book, _ = taken(qdc(codes))
    assert len(book.by_id) == 10_000
    assert len(taken(qdc("".join(code(n, "Same") for n in range(10_000))))[0].by_id) == 10_000


def test_deep_trees():
    """Twelve levels are a tree; thousands are refused, not fallen over."""
    for levels, good in ((12, True), (5000, False)):
        inside = ""
        for n in range(levels):
            inside = code(n, f"L{n}", inside)
        book, problems = codebook_qdc.check(qdc(inside), "x")
        assert (book is not None) is good, problems[:1]
        assert book is None or book.depth("l0") == levels - 1


def test_entities_are_refused(tmp_path):
    """Nothing outside is read, and nothing unfolds."""
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for declared in (
        f'<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        '<!DOCTYPE CodeBook SYSTEM "http://example.org/x.dtd">',
        f'<!DOCTYPE CodeBook [<!ENTITY a0 "aaaaaaaaaa"><!ENTITY x "&a11;">{bomb}]>',
    ):
        body = qdc(code(1, "A", "<Description>&x;</Description>")).split(b"?>", 1)[1]
        if "http" in declared:
            body = body.replace(b"&x;", b"")
        book, problems = codebook_qdc.check(declared.encode() + body, "x")
        assert book is None
        said = " ".join(problem.message for problem in problems)
        assert "refused" in said or "not sound XML" in said
        assert "secret" not in said.replace("secret.txt", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (qdc(""), "has no codes"),
        (b"<CodeBook/>", "has no codes"),
        (b"", "not sound XML"),
        (b"id: x", "not sound XML"),
        (b"<CodeBook><Codes>", "not sound XML"),
        (b"<Other/>", "no element CodeBook"),
        (b"PK\x03\x04", "not sound XML"),
    ],
)
def test_what_is_no_codebook_says_so(content, said):
    """Each error says what is wrong and where."""
    book, problems = codebook_qdc.check(content, "x")
    assert book is None and said in problems[0].message and problems[0].line >= 1


def test_the_standards_example_and_odd_samples(realdata):
    """The example of the standard's annex and files with known faults come in whole."""
    files = {
        "refi-standard/example-A1-codebook.qdc": 6,
        "own-samples/qdpx-profiles/atlas-rgba-color-invalid.qdc": 3,
        "own-samples/qdpx-profiles/taguette-like-invalid.qdc": 2,
    }
    for name, count in files.items():
        assert len(taken((realdata / name).read_bytes())[0].codes) == count
