"""The codebook file: what is read, what is remarked on and where, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from qualcode.errors import BadFile, NotFound
from qualcode.exchange import codebook_json, codebook_yaml
from tests.exchange.codebooks import codebooks

SHIPPED = Path(__file__).resolve().parents[2] / "codebooks" / "collective-impact.yaml"

GOOD = """\
format: 1
id: small
version: "1.10"
languages: [en, sv]
title: {en: Small, sv: Liten}
sources: {ek-2020: "Ek, A. (2020). A book."}
scales:
  degree:
    kind: ordinal
    applies_to: segment
    label: {en: Degree, sv: Grad}
    values:
      - {id: none, value: 1, sign: "1", label: {en: Alone, sv: Ensam}}
      - {id: all, value: 2, sign: "2", label: {en: Together, sv: Tillsammans}}
trap_words: {sv: [samverkan]}
sets:
  first_pass: {label: {en: First, sv: Första}, codes: [aim]}
themes:
  - {id: theme-aim, label: {en: Aim, sv: Mål}, codes: [aim], scale: degree}
codes:
  - id: aim
    kind: condition
    label: {en: Aim, sv: Mål}
    definition: {en: d, sv: d}
    include: {en: i, sv: i}
    exclude: {en: e, sv: e}
    example: {en: x, sv: x}
    cues: {sv: [mål, mål*]}
    sources: [ek-2020]
  - id: aim-patience
    parent: aim
    kind: factor
    usual_valence: helps
    label: {en: Patience, sv: Tålamod}
    definition: {en: d, sv: d}
    include: {en: i, sv: i}
    exclude: {en: e, sv: e}
    example: {en: x, sv: x}
"""


def remarks(text: str) -> list[str]:
    return [problem.shown("book.yaml") for problem in codebook_yaml.check(text)[1]]


def changed(old: str, new: str) -> list[str]:
    assert old in GOOD
    return remarks(GOOD.replace(old, new, 1))


def test_a_good_file_has_no_remarks():
    """Everything in it is read, and versions stay as written."""
    book, problems = codebook_yaml.check(GOOD)
    assert problems == [] and book is not None
    assert (book.version, book.languages) == ("1.10", ("en", "sv"))
    assert book.code("aim").cues == {"sv": ("mål", "mål*")}
    assert book.code("aim-patience").parent == "aim"
    assert book.scale("degree").by_number(2).id == "all"
    assert book.themes[0].scale == "degree"


def test_the_shipped_codebook_loads():
    """The codebook that comes with the program has no errors."""
    if not SHIPPED.exists():
        pytest.skip("not put together yet")
    book = codebook_yaml.load(SHIPPED)
    assert len(book.conditions) == 5
    assert codebook_yaml.parse(codebook_yaml.dump(book), "again") == book


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("  - id: aim\n", "\t- id: aim\n", 21, "tab"),
        ("title: {en: Small", "title: {en: Small: er", 5, "column"),
        ('sources: {ek-2020: "Ek,', "sources: {ek-2020: 'Ek,", 39, "column"),
        (
            "    kind: condition\n",
            "    kind: condition\n    kind: topic\n",
            23,
            "'kind' is there twice; the first is on line 22",
        ),
        (
            "  - id: aim-patience\n",
            "  - id: aim\n",
            30,
            "code 'aim': the id 'aim' is there twice; first on line 21",
        ),
        (
            "parent: aim\n",
            "parent: aims\n",
            31,
            "code 'aim-patience': the parent 'aims' does not exist; Nearest: aim",
        ),
        (
            "id: aim\n",
            "id: aim\n    parent: aim-patience\n",
            22,
            "code 'aim': the code lies below itself",
        ),
        ("    label: {en: Aim, sv: Mål}\n", "", 21, "code 'aim': the label is missing"),
        (
            "usual_valence: helps",
            "usual_valence: good",
            33,
            "'good' is not on the scale valence; known: helps",
        ),
        (
            "codes: [aim]}",
            "codes: [aims]}",
            17,
            "'first_pass' in sets names no code: 'aims'; Nearest: aim",
        ),
        (
            "codes: [aim], scale",
            "codes: [amm], scale",
            19,
            "'theme-aim' in themes names no code: 'amm'",
        ),
        ("scale: degree", "scale: grade", 19, "names no scale: 'grade'"),
        ("format: 1", "format: 9", 1, "newer than this program reads (1); update qualcode"),
        ("format: 1", "format: one", 1, "whole number"),
        ("  - id: aim\n", "  - id: 'the aim'\n", 21, "this id cannot be used; letters, digits"),
        ("value: 2", "value: 1", 8, "have the same number"),
        (
            "    kind: condition\n",
            "    kind: condition\n    colour: red\n",
            23,
            "code 'aim': 'red' is no colour; write it as #RRGGBB",
        ),
        (
            "    kind: condition\n",
            "    kind: condition\n    key: ab\n",
            23,
            "code 'aim': 'ab' is no hot key; one letter or digit",
        ),
        (
            "themes:\n",
            "extensions:\n  more: {codes: [aims]}\nthemes:\n",
            19,
            "'more' in extensions names no code: 'aims'; Nearest: aim",
        ),
        ("codes: [aim]}", "codes: &a [aim]}\nx: *a", 18, "an alias"),
        ("id: small", "id: !!python/name:os.system small", 2, "a tag"),
        ("label: {en: Aim, sv: Mål}\n", "label: [Aim]\n", 23, "`key: value` lines"),
    ],
)
def test_errors_name_their_line(old, new, line, said):
    """Each error says where it is, about which code, and what to do."""
    found = changed(old, new)
    assert any(r.startswith(f"book.yaml:{line}: ") and said in r for r in found), found
    assert codebook_yaml.check(GOOD.replace(old, new, 1))[0] is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    include: {en: i, sv: i}\n", "    include: {en: i}\n", "code 'aim': no include in sv"),
        ("    example: {en: x, sv: x}\n", "", "code 'aim': no example in en, sv"),
        ("sv: [mål, mål*]", "sv: [samverkan]", "the cue 'samverkan' (sv) is a trap word"),
        ("sv: [mål, mål*]", "sv: [Ensam]", "the cue 'Ensam' (sv) is a value of the scale degree"),
        (
            "usual_valence",
            "cues: {sv: [MÅL]}\n    usual_valence",
            "the cue 'MÅL' (sv) is also a cue of 'aim'",
        ),
        (
            "    exclude:",
            "    exlude:",
            "'exlude' in a code is not known and left out; Nearest: exclude",
        ),
        ("value: 2", "value: 3", "the numbers of the scale 'degree' have gaps: 1, 3"),
        ("codes: [aim]}", f"codes: [{', '.join(['aim'] * 31)}]}}", "first_pass has 31 codes"),
        ("kind: factor", "kind: faktor", "the kind 'faktor' is not known; Nearest: factor"),
        (
            "sources: [ek-2020]",
            "sources: [ek-2021]",
            "the source 'ek-2021' is not in `sources`; Nearest: ek-2020",
        ),
        (
            "include: {en: i, sv: i}",
            "include: {en: i, sv: i, se: i}",
            "include in 'se', which is not one",
        ),
    ],
)
def test_warnings_leave_the_codebook_usable(old, new, said):
    """What is doubtful is said, and the codebook can still be used."""
    assert any(said in remark for remark in changed(old, new))
    assert codebook_yaml.check(GOOD.replace(old, new, 1))[0] is not None


def test_hot_keys_are_each_for_one_code():
    """The second code with a hot key is named, and the first has it."""
    text = GOOD.replace("    kind: condition\n", "    kind: condition\n    key: a\n")
    text = text.replace("    kind: factor\n", "    kind: factor\n    key: a\n")
    assert any("hot key 'a' is also that of 'aim', which has it" in r for r in remarks(text))


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("#aa2200", "#aa2201", True),
        ("#101010", "#0a0a0a", True),
        ("#aa2200", "#00aa22", False),
        ("#dcae55", "#5fc0b4", False),
    ],
)
def test_colours_at_the_top_can_be_told_apart(first, second, alike):
    """Two branches whose colours look the same are named; children follow their branch."""
    text = GOOD.replace("    kind: condition\n", f"    kind: condition\n    colour: '{first}'\n")
    text += f"  - {{id: other, label: {{en: Other, sv: Annan}}, colour: '{second}'}}\n"
    said = [r for r in remarks(text) if "cannot be told from that of 'aim'" in r]
    assert bool(said) is alike
    below = text.replace("{id: other,", "{id: other, parent: aim,")
    assert not [r for r in remarks(below) if "cannot be told" in r]


def test_extensions_are_off_until_switched_on():
    """Codes of an extension, and those below, take codings only when it is on."""
    text = GOOD.replace("themes:\n", "extensions:\n  more: {codes: [aim]}\nthemes:\n", 1)
    book = codebook_yaml.parse(text, "x")
    assert book.switched_off == {"aim", "aim-patience"}
    assert not book.takes(book.code("aim-patience"))
    on = book.switch("more", on=True)
    assert on.switched_off == set() and on.takes(on.code("aim-patience"))
    assert codebook_yaml.parse(codebook_yaml.dump(on), "x") == on
    with pytest.raises(NotFound, match="no extension 'les'"):
        book.switch("les", on=True)


def test_siblings_may_not_share_a_label():
    """Two codes beside each other with one name cannot be told apart; elsewhere they can."""
    twin = GOOD + "  - {id: twin, parent: aim, label: {en: patience}}\n"
    assert any("'aim-patience' beside it has the same label in en" in r for r in remarks(twin))
    cousin = GOOD + "  - {id: cousin, label: {en: Patience, sv: Tålamod}}\n"
    assert codebook_yaml.check(cousin)[0] is not None


def test_any_script_is_a_label_and_an_id():
    """Labels are free; ids take letters of any script."""
    text = GOOD + "  - {id: ålder-ö.1_x, label: {en: '目的 👪 [/x]', sv: 'Ö: ö'}}\n"
    book = codebook_yaml.parse(text, "x")
    assert book.code("ålder-ö.1_x").label["en"] == "目的 👪 [/x]"


def test_norway_is_a_language():
    """`no` and `yes` are words, not truth values."""
    text = GOOD.replace("title: {en: Small, sv: Liten}", "title: {no: Liten, en: yes}")
    assert codebook_yaml.parse(text, "x").title == {"no": "Liten", "en": "yes"}


def test_parents_come_first():
    """A child that stands above its parent in the file is put after it."""
    text = "id: x\ncodes:\n  - {id: b, parent: a, label: B}\n  - {id: a, label: A}\n"
    assert [code.id for code in codebook_yaml.parse(text, "x").codes] == ["a", "b"]


def test_a_bomb_does_not_go_off():
    """Aliases that unfold without end are refused at the first one, at once."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    book, problems = codebook_yaml.check("\n".join(lines))
    assert book is None and problems[0].line == 2 and "an alias" in problems[0].message
    assert codebook_yaml.check("a: &a [*a]")[0] is None
    assert codebook_yaml.check("a: " + "{b: " * 40 + "c" + "}" * 40)[0] is None


def test_five_thousand_codes_twelve_levels_deep():
    """A codebook as large as they come is read and written again."""
    lines = ["id: large", "languages: [en]", "codes:"]
    for n in range(5000):
        parent = f", parent: c{n - 1}" if n % 12 else ""
        lines.append(f"  - {{id: c{n}, label: Code {n}{parent}}}")
    book = codebook_yaml.parse("\n".join(lines), "large.yaml")
    assert len(book.codes) == 5000 and book.depth("c11") == 11
    assert codebook_yaml.parse(codebook_yaml.dump(book), "again") == book


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "- a",
        "just words",
        "id: x",
        "[" * 5000,
        "a: [",
        "id: \0",
        "? [a]\n: b",
        "--- a\n--- b",
        "id: {}\ncodes: {}",
    ],
)
def test_what_is_no_codebook_says_so(text):
    """Nothing crashes, and nothing is taken for a codebook."""
    with pytest.raises(BadFile, match=r"book\.yaml:\d+: "):
        codebook_yaml.parse(text, "book.yaml")


def test_many_errors_are_counted():
    """The first five are shown, the rest named by number."""
    text = "id: x\ncodes:\n" + "".join(f"  - {{id: c{n}}}\n" for n in range(9))
    with pytest.raises(BadFile) as caught:
        codebook_yaml.parse(text, "book.yaml")
    assert caught.value.message.count("the label is missing") == 5
    assert "4 more" in caught.value.hint


def test_files_that_cannot_be_read(tmp_path):
    """A missing file, a folder and other encodings have their own words."""
    (tmp_path / "latin.yaml").write_bytes("id: å".encode("cp1252"))
    for name, said in (
        ("no.yaml", "no such file"),
        ("", "cannot be read"),
        ("latin.yaml", "UTF-8"),
    ):
        with pytest.raises(BadFile, match=said):
            codebook_yaml.load(tmp_path / name)
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert codebook_yaml.load(tmp_path / "bom.yaml").id == "small"


@given(codebooks())
def test_json_is_exact(book):
    """What a project keeps is the codebook, to the letter, and always the same bytes."""
    text = codebook_json.dumps(book)
    assert codebook_json.loads(text) == book
    assert codebook_json.dumps(codebook_json.loads(text)) == text


@given(codebooks())
def test_yaml_is_exact(book):
    """A codebook that is written out and read again is the same one."""
    text = codebook_yaml.dump(book)
    assert codebook_yaml.parse(text, "again") == book


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"id": 1}', "null", "[" * 100_000])
def test_other_json_is_refused(text):
    """A file that is no codebook is a bad file, not a crash."""
    with pytest.raises(BadFile):
        codebook_json.loads(text)
