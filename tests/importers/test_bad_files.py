"""Bad input: every file comes in with its words, or is refused in words that help."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile, Invalid, QualcodeError
from qualcode.importers.registry import FORMATS, ReadOptions, read
from qualcode.text.canonical import canonical
from tests.steps import steps

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TALK = (
    "Intervjuare: Hur går det?\nIP: Bättre än förut, ”sa hon” – tror jag.\nIntervjuare: Så bra.\n"
)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{}</w:body></w:document>"
)


def word(body: str) -> bytes:
    return zipped(word__document=BODY.format(body))


def put(folder: Path, name: str, raw: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


REFUSED = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n ", "empty"),
    ("a.docx", b"", "empty"),
    ("a.txt", "\u200b\ufeff", "no words"),
    ("a.txt", b"%PDF-1.7 ...", "a PDF"),
    ("a.txt", b"PK\x03\x04....", "a zip archive"),
    ("a.txt", OLE, "Office file"),
    ("a.txt", b"{\\rtf1 hej}", "RTF"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
    ("a.txt", b"hej\0du", "zero bytes"),
    ("a.txt", bytes(range(1, 32)) * 20, "control characters"),
    ("a.md", b"ID3\x04", "a sound recording"),
    ("a.txt", b"\xff\xfea", "breaks off"),
    ("a.docx", b"not a zip at all", "damaged or cut short"),
    ("a.docx", b"%PDF-1.7", "is a PDF"),
    ("a.docx", OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le"), "by a password"),
    ("a.docx", OLE + b"\0" * 600, r"password or is in the format of Word 97-2003"),
    ("a.docx", word("<w:p/>")[:-30], "damaged"),
    ("a.docx", zipped(hello="x"), "without a Word document"),
    ("a.docx", zipped(content="x"), "OpenDocument"),
    ("a.docx", zipped(xl__workbook="x"), "Excel"),
    ("a.docx", zipped(word__document="<not xml"), "damaged"),
    ("a.docx", word("<w:p/>"), "no words"),
    ("a.vtt", "WEBVTT\n", "no cues"),
    ("a.vtt", "Anna: hej\n", "WEBVTT"),
    ("a.srt", "hej", "does not begin"),
    ("a.odt", b"x", "Endings that can|cannot be read"),
    ("a", b"x", "cannot be read"),
]


@pytest.mark.parametrize(("name", "raw", "said"), REFUSED)
def test_what_is_no_transcript_is_refused(tmp_path, name, raw, said):
    """The message says what the file is, the hint what to do, and neither holds its words."""
    with pytest.raises(BadFile, match=said) as caught:
        read(put(tmp_path, name, raw))
    assert caught.value.hint and name in caught.value.message


def test_places_that_cannot_be_read(tmp_path):
    """A file that is gone, a folder, and a path that no file can have."""
    for path, said in (
        (tmp_path / "gone.txt", "no such file"),
        (tmp_path, "is a folder"),
        (tmp_path / "a\0b.txt", "cannot be read"),
    ):
        with pytest.raises(BadFile, match=said):
            read(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path):
    """The user is told that it is a matter of rights."""
    path = put(tmp_path, "a.txt", TALK)
    path.chmod(0)
    with pytest.raises(BadFile, match="may not be read"):
        read(path)


def test_an_unknown_format(tmp_path):
    """A wrong name for a format lists the right ones."""
    with pytest.raises(Invalid) as caught:
        read(put(tmp_path, "a.txt", TALK), ReadOptions(format="dcx"))
    assert "docx" in caught.value.hint


def test_the_format_can_be_named(tmp_path):
    """Another ending does not matter when the user says what it is."""
    assert read(put(tmp_path, "a.log", TALK), ReadOptions(format="txt")).format == "txt"
    assert read(put(tmp_path, "b.dat", TALK), ReadOptions(format="markdown")).format == "md"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_encodings(tmp_path, encoding):
    """Marks are believed, UTF-8 is tried, and a guess is a warning."""
    document = read(put(tmp_path, "a.txt", TALK.encode(encoding)))
    assert "Bättre än förut, ”sa hon” – tror jag." in document.text
    guessed = any("guessed" in warning for warning in document.warnings)
    assert guessed == (encoding in ("cp1252", "mac_roman", "utf-16-le", "utf-16-be"))


def test_one_damaged_byte_does_not_spoil_the_rest(tmp_path):
    """A UTF-8 file with a broken place is read as UTF-8, and the place is counted."""
    raw = (TALK * 3).encode() + b"slut \xe5 ja"
    document = read(put(tmp_path, "a.txt", raw))
    assert "Bättre" in document.text and document.text.count("\ufffd") == 1
    assert any("1 damaged" in w for w in document.warnings)
    assert any("1 character(s) were lost" in w for w in document.warnings)


def test_mixed_line_ends_and_odd_names(tmp_path):
    """Any mix of line ends is one; names of files may hold any sign and are NFC."""
    name = unicodedata.normalize("NFD", "åäö 👪 [x].final") + ".TXT"
    document = read(put(tmp_path, name, "A: ett\r\nB: två\rA: tre\n\r\nB: fyra"))
    assert document.text == "ett\ntvå\ntre\nfyra"
    assert document.name == "åäö 👪 [x].final"


def test_signs_of_markup_stay(tmp_path):
    """What looks like markup is speech."""
    text = "A: [/x] a [laughs] b\nB: <b>hej</b> {x} %s\nA: [b\nB: 5 < 6 & 7"
    assert read(put(tmp_path, "a.txt", text)).text == (
        "[/x] a [laughs] b\n<b>hej</b> {x} %s\n[b\n5 < 6 & 7"
    )


def test_five_megabytes_are_read(tmp_path):
    """A very long transcript takes some steps a letter, as a short one does."""
    turn = (
        "Intervjuare: Hur går det?\n\nIP3: Jo: " + "så är det ju ofta, tänker jag. " * 20 + "\n\n"
    )
    path = put(tmp_path, "a.txt", turn * 7600)
    assert path.stat().st_size > 5_000_000
    found = []
    assert steps(lambda: found.append(read(path))) < path.stat().st_size
    assert len(found[0].turns) == 15_200


def run(text: str, *, bold: bool = False) -> str:
    mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{mark}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_word_paragraphs_with_bold_names(tmp_path):
    """A bold name at the front is a label, with or without a colon; headings are nobody's."""
    paragraphs = [
        '<w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>' + run("Del 1"),
        run("Anna", bold=True) + run(" Hur då?"),
        run("Bo", bold=True) + run(" Så") + "<w:r><w:tab/><w:t>här</w:t><w:br/><w:t>nu</w:t></w:r>",
        run("Anna", bold=True) + run(" Jaha."),
        run("Bo", bold=True) + run(" Ja."),
    ]
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    document = read(put(tmp_path, "a.docx", word(body)))
    said = [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]
    assert said == [
        (None, "Del 1"),
        ("Anna", "Hur då?"),
        ("Bo", "Så här\nnu"),
        ("Anna", "Jaha."),
        ("Bo", "Ja."),
    ]


def test_word_wraps_text_in_many_ways(tmp_path):
    """Links, fields, moved text, text boxes and content controls keep their words, once."""
    body = (
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('länk')}</w:hyperlink></w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:moveFrom>{run('bort')}</w:moveFrom><w:moveTo>{run('hit')}</w:moveTo>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        f"<w:p>{run('ruta:')}<w:r><w:pict><w:txbxContent><w:p>{run('inne')}</w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('hop')}</w:p><w:p>{run('slaget')}</w:p>"
        f"<w:p>{run('not')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    )
    document = read(put(tmp_path, "a.docx", word(body)))
    assert document.text == "länk\nhit\nruta:\ninne\nhopslaget\nnot"
    assert any("1 footnote" in warning for warning in document.warnings)


def test_word_tables(tmp_path):
    """A table of two columns with labels is a dialogue."""
    rows = [("I", "Hur?"), ("IP", "Så."), ("I", "Jaha."), ("IP", "Ja.")]
    body = "<w:tbl>" + "".join(
        f"<w:tr><w:tc><w:p>{run(a)}</w:p></w:tc><w:tc><w:p>{run(b)}</w:p></w:tc></w:tr>"
        for a, b in rows
    )
    document = read(put(tmp_path, "a.docx", word(body + "</w:tbl>")))
    assert document.speakers == {"I": 2, "IP": 2} and document.text == "Hur?\nSå.\nJaha.\nJa."


def test_entities_and_bombs_are_refused(tmp_path):
    """A document type, outer entities and gigabytes in a small file do no harm."""
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{BODY.format("<w:p>&e;</w:p>")}'
    with pytest.raises(BadFile, match="not written by Word"):
        read(put(tmp_path, "a.docx", zipped(word__document=evil)))
    bomb = put(tmp_path, "b.docx", word(" " * (129 * 1024 * 1024)))
    with pytest.raises(BadFile, match="128 MB"):
        read(bomb)


def test_teams_names_with_brackets_and_lines(tmp_path):
    """Voice tags over several lines, names with units, entities, and cues in the wrong order."""
    text = (
        "WEBVTT\n\nNOTE Confidence: 0.9\n\nSTYLE\n::cue { color: red }\n\n"
        "id/2-0\n00:00:05.000 --> 00:00:06.000\n<v Bo>Nej &amp; <i>jo</i></v>\n\n"
        "id/1-0\n00:00:01.000 --> 00:00:02.000\n<v Öberg Åsa (Kommunen)>Hej\ndär</v>\n\n"
        "id/1-1\n00:00:02.500 --> 00:00:03.000\n<v Öberg Åsa (Kommunen)>du.</v>\n"
    )
    document = read(put(tmp_path, "a.vtt", text))
    assert [(t.speaker, t.time_start, t.time_end) for t in document.turns] == [
        ("Öberg Åsa (Kommunen)", 1.0, 3.0),
        ("Bo", 5.0, 6.0),
    ]
    assert document.text == "Hej där du.\nNej & jo"
    assert any("order" in warning for warning in document.warnings)


def test_zoom_cues_without_a_name_go_on(tmp_path):
    """The second cue of a turn belongs to the one who spoke."""
    cues = ["Anna: Hur?", "Bo: Jo,", "det går: bra.", "Anna: Jaha.", "Bo: Ja."]
    text = "WEBVTT\r\n\r\n" + "".join(
        f"{n}\r\n00:00:0{n}.000 --> 00:00:0{n}.900\r\n{cue}\r\n\r\n" for n, cue in enumerate(cues)
    )
    document = read(put(tmp_path, "a.vtt", text))
    assert document.text == "Hur?\nJo, det går: bra.\nJaha.\nJa."
    assert document.turns[1].time_end == 2.9


def test_pauses_make_paragraphs(tmp_path):
    """Without speakers a sentence that is followed by a pause ends a paragraph, a cue does not."""
    cues = [(0, 1, "Det var"), (1, 2, "så."), (4, 5, "Sedan"), (5, 6, "nytt."), (6, 7, "Ja.")]
    text = "".join(
        f"{n}\n00:00:0{a},000 --> 00:00:0{b},000\n {t}\n\n" for n, (a, b, t) in enumerate(cues, 1)
    )
    document = read(put(tmp_path, "a.srt", text))
    assert document.text == "Det var så.\nSedan nytt. Ja."
    assert [(t.time_start, t.time_end) for t in document.turns] == [(0.0, 2.0), (4.0, 7.0)]


SIGNS = ["[00:00:03]", "<v A>", "\n", "\r\n", "\t", "*", "_", "\\", "#00:01:02-3#", "å", "\u200b"]
SIGNS += ["👪", "ord ", "0:03", "# ", "> ", ":", "[x]", "`"]
CUES = ["Anna: ", "**Bo:** ", "WEBVTT\n\n", "1\n00:00:01.000 --> 00:00:02.000\n"]
pieces = st.sampled_from(CUES + SIGNS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.sampled_from(FORMATS),
    st.one_of(
        st.binary(max_size=200), st.lists(pieces, max_size=25).map(lambda p: "".join(p).encode())
    ),
)
def test_no_file_crashes(tmp_path, kind, raw):
    """Whatever the bytes, there is a document of frozen text, or an error that a user can read."""
    path = put(tmp_path, "any.bin", raw)
    document, refusal = None, None
    try:
        document = read(path, ReadOptions(format=kind))
    except QualcodeError as error:
        refusal = error
    assert document or (refusal and refusal.message and refusal.hint)
    if document is None:
        return
    assert canonical(document.text) == document.text
    assert "\n".join(document.text[t.start : t.end] for t in document.turns) == document.text
