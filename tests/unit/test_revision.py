"""Each operation on a codebook does what it says, or says what stands in its way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode.domain.codebook import Code, CodeSet, ScaleValue
from qualcode.domain.comparison import diff
from qualcode.domain.revision import Add, Move, Redefine, Relabel, Reorder
from qualcode.domain.scale_revision import ReviseScale
from qualcode.domain.succession import Merge, Retire, Revive, Split
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from tests.projects import a_codebook

BOOK = a_codebook()


def _order(book, parent):
    return [code.id for code in book.children(parent)]


def _words(book):
    return [change.words for change in diff(BOOK, book)]


def test_add_puts_a_code_last_or_before_another() -> None:
    """A new code stands where it was put, and nothing else moves."""
    book = Add(Code("agenda-x", {"en": "X"}, parent="agenda")).apply(BOOK)
    assert _order(book, "agenda") == ["agenda-goals", "agenda-vision", "agenda-x"]
    book = Add(Code("agenda-y", {"en": "Y"}, parent="agenda"), "agenda-vision").apply(book)
    assert _order(book, "agenda") == ["agenda-goals", "agenda-y", "agenda-vision", "agenda-x"]
    assert [c.id for c in book.codes if c.id in BOOK.by_id] == [c.id for c in BOOK.codes]


@pytest.mark.parametrize(
    ("code", "error", "said"),
    [
        (Code("agenda", {"en": "X"}), Conflict, "already"),
        (Code("two words", {"en": "X"}), Invalid, "one word"),
        (Code("", {"en": "X"}), Invalid, "one word"),
        (Code("x", {}), Invalid, "needs a label"),
        (Code("x", {"en": "X"}, parent="agendda"), NotFound, "agendda"),
        (Code("x", {"en": "goals"}, parent="agenda"), Conflict, "agenda-goals"),
        (Code("x", {"en": "X"}, usual_valence="good"), NotFound, "good"),
    ],
)
def test_add_refuses(code: Code, error: type[QualcodeError], said: str) -> None:
    """A taken id or label, an id of two words, no label, an unknown parent or valence."""
    with pytest.raises(error, match=said):
        Add(code).apply(BOOK)


def test_relabel_touches_one_code_only() -> None:
    """Labels are put over the old ones, in their order; an empty one is taken away."""
    book = Relabel("agenda-goals", {"sv": "Syfte", "da": "Formål"}).apply(BOOK)
    assert book.code("agenda-goals").label == {"en": "Goals", "sv": "Syfte", "da": "Formål"}
    assert _words(book) == ["agenda-goals relabelled: sv 'Mål' → 'Syfte', da '' → 'Formål'"]
    assert Relabel("agenda-goals", {"sv": None}).apply(BOOK).code("agenda-goals").label == {
        "en": "Goals"
    }


def test_relabel_refuses_a_label_beside_it_and_none_at_all() -> None:
    """Two codes side by side never have one label in one language, in whatever case."""
    with pytest.raises(Conflict, match="agenda-vision"):
        Relabel("agenda-goals", {"sv": "VISION"}).apply(BOOK)
    with pytest.raises(Invalid):
        Relabel("agenda-goals", {"en": " ", "sv": None}).apply(BOOK)
    with pytest.raises(NotFound) as caught:
        Relabel("agenda-gaols", {"en": "X"}).apply(BOOK)
    assert "agenda-goals" in caught.value.hint


def test_a_label_of_a_retired_code_is_free() -> None:
    """A code may have the label of a retired one, which then cannot come back as it is."""
    book = Retire("agenda-goals").apply(BOOK)
    book = Relabel("agenda-vision", {"en": "Goals"}).apply(book)
    with pytest.raises(Conflict, match="agenda-vision"):
        Revive("agenda-goals").apply(book)


def test_redefine_changes_the_entry_only() -> None:
    """Texts per language are put over the old ones; other fields in their place."""
    book = Redefine("agenda", {"definition": {"en": "A", "sv": " B\n"}, "colour": "#aa3300"}).apply(
        BOOK
    )
    book = Redefine("agenda", {"definition": {"sv": ""}, "cues": {"en": ("goal",)}}).apply(book)
    code = book.code("agenda")
    assert (code.definition, code.colour, code.cues) == ({"en": "A"}, "#aa3300", {"en": ("goal",)})
    assert sorted(_words(book)) == [
        "agenda changed: colour",
        "agenda redefined: definition (en), cues (en)",
    ]


@pytest.mark.parametrize(
    ("code", "changes", "error"),
    [
        ("nowhere", {"definition": {"en": "A"}}, NotFound),
        ("agenda", {"label": {"en": "A"}}, Invalid),
        ("agenda", {"retired": True}, Invalid),
        ("agenda", {"usual_valence": "good"}, NotFound),
        ("agenda", {"colour": "red"}, Invalid),
        ("agenda", {"key": "ab"}, Invalid),
        ("emergent", {"kind": "topic"}, Invalid),
    ],
)
def test_redefine_refuses(code, changes, error) -> None:
    """Fields that other operations change, unknown codes and valences, another kind of emergent."""
    with pytest.raises(error):
        Redefine(code, changes).apply(BOOK)


def test_move_takes_along_what_lies_below() -> None:
    """A code with its branch goes to another parent, parents still before children."""
    book = Move("agenda", "backbone").apply(BOOK)
    assert book.lineage("agenda-goals") == ("agenda-goals", "agenda", "backbone")
    seen: set[str | None] = {None}
    for code in book.codes:
        assert code.parent in seen
        seen.add(code.id)
    assert _words(book) == ["agenda moved from the top to backbone"]
    assert Move("agenda-goals", None).apply(BOOK).code("agenda-goals").parent is None


@pytest.mark.parametrize(
    ("code", "parent", "error", "said"),
    [
        ("agenda", "agenda", Invalid, "below itself"),
        ("agenda", "agenda-goals", Invalid, "below itself"),
        ("agenda-goals", "agenda", Invalid, "already"),
        ("agenda-goals", "backbonne", NotFound, "backbonne"),
        ("nowhere", "agenda", NotFound, "nowhere"),
    ],
)
def test_move_refuses(code, parent, error, said) -> None:
    """A cycle, the place where it is, unknown codes."""
    with pytest.raises(error, match=said):
        Move(code, parent).apply(BOOK)


def test_move_refuses_a_label_clash_and_a_retired_parent() -> None:
    """A code does not go where its label is taken, nor below a retired code."""
    book = Add(Code("b-goals", {"en": "Goals"}, parent="backbone")).apply(BOOK)
    with pytest.raises(Conflict, match="b-goals"):
        Move("agenda-goals", "backbone").apply(book)
    with pytest.raises(Invalid, match="retired"):
        Move("agenda-goals", "förtroende").apply(Retire("förtroende").apply(BOOK))


def test_reorder_moves_among_siblings() -> None:
    """A code goes before another beside it or last, with all below it."""
    book = Reorder("backbone", "agenda").apply(BOOK)
    assert _order(book, None) == ["backbone", "agenda", "förtroende", "emergent"]
    assert _order(Reorder("agenda").apply(BOOK), None)[-1] == "agenda"
    assert _words(book) == ["the top reordered"]
    with pytest.raises(Invalid):
        Reorder("agenda-goals", "backbone").apply(BOOK)
    with pytest.raises(Invalid):
        Reorder("agenda", "agenda").apply(BOOK)


def test_merge_keeps_the_code_as_retired_and_leads_everything_over() -> None:
    """What lay below goes along, sets and themes name the target, the entry is not lost."""
    book = replace(BOOK, sets={"first_pass": CodeSet("first_pass", {}, ("agenda", "backbone"))})
    book = Merge("agenda", "backbone").apply(book)
    gone = book.code("agenda")
    assert (gone.retired, gone.became) == (True, ("backbone",))
    assert _order(book, "backbone") == ["agenda-goals", "agenda-vision", "backbone-person"]
    assert book.sets["first_pass"].codes == ("backbone",)
    assert book.themes[0].codes == ("backbone",)
    assert "agenda merged into backbone" in _words(book)


def test_merge_into_the_parent() -> None:
    """A code can be merged into the one above it."""
    book = Merge("agenda-goals", "agenda").apply(BOOK)
    assert book.code("agenda-goals").became == ("agenda",)


@pytest.mark.parametrize(
    ("code", "into", "error", "said"),
    [
        ("agenda", "agenda", Invalid, "itself"),
        ("agenda", "agenda-goals", Invalid, "lies below"),
        ("agenda", "agendaa", NotFound, "agendaa"),
        ("emergent", "agenda", Invalid, "stays in use"),
    ],
)
def test_merge_refuses(code, into, error, said) -> None:
    """Itself, a code below it, an unknown one, the code for what is new."""
    with pytest.raises(error, match=said):
        Merge(code, into).apply(BOOK)


def test_merge_refuses_retired_targets_and_label_clashes_below() -> None:
    """Codings never go to a retired code, and codes below never come to lie beside their like."""
    with pytest.raises(Invalid, match="retired"):
        Merge("agenda", "förtroende").apply(Retire("förtroende").apply(BOOK))
    book = Add(Code("b-goals", {"en": "Goals"}, parent="backbone")).apply(BOOK)
    with pytest.raises(Conflict, match="same label"):
        Merge("agenda", "backbone").apply(book)


def test_split_makes_new_codes_and_retires_the_old() -> None:
    """A code goes into new and known ones; with `keep` it stays in use."""
    parts = ("agenda-vision", Code("agenda-near", {"en": "Near goals"}, parent="agenda"))
    book = Split("agenda-goals", parts).apply(BOOK)
    assert book.code("agenda-goals").became == ("agenda-vision", "agenda-near")
    assert "agenda-goals split into agenda-vision, agenda-near" in _words(book)
    kept = Split("agenda-goals", parts, keep=True).apply(BOOK)
    assert not kept.code("agenda-goals").retired


@pytest.mark.parametrize(
    ("split", "error"),
    [
        (Split("agenda-goals", ("agenda-vision",)), Invalid),
        (Split("agenda-goals", ()), Invalid),
        (Split("agenda-goals", ("agenda-goals", "agenda-vision")), Invalid),
        (Split("agenda-goals", ("agenda-vision", "nowhere")), NotFound),
        (Split("agenda", ("backbone", "förtroende")), Conflict),
        (Split("emergent", ("backbone", "förtroende")), Invalid),
        (Split("agenda-goals", ("backbone", Code("agenda", {"en": "A"}))), Conflict),
    ],
)
def test_split_refuses(split: Split, error: type[QualcodeError]) -> None:
    """One part, itself, unknown parts, codes below it, the code for what is new, taken ids."""
    with pytest.raises(error):
        split.apply(BOOK)


def test_retire_and_revive() -> None:
    """A retired code stays in its place and comes back as it was."""
    book = Retire("agenda-goals").apply(BOOK)
    assert book.code("agenda-goals").retired
    assert _words(book) == ["agenda-goals retired"]
    assert Revive("agenda-goals").apply(book) == BOOK


def test_retire_refuses() -> None:
    """A code with codes in use below it, a retired one, the one for what is new."""
    with pytest.raises(Conflict, match="agenda-goals, agenda-vision"):
        Retire("agenda").apply(BOOK)
    with pytest.raises(Invalid, match="already"):
        Retire("agenda-goals").apply(Retire("agenda-goals").apply(BOOK))
    with pytest.raises(Invalid):
        Retire("emergent").apply(BOOK)
    with pytest.raises(Invalid):
        Revive("agenda").apply(BOOK)


def test_a_child_cannot_be_revived_below_a_retired_parent() -> None:
    """The parent comes back first."""
    book = BOOK
    for name in ("agenda-goals", "agenda-vision", "agenda"):
        book = Retire(name).apply(book)
    with pytest.raises(Invalid, match="retired"):
        Revive("agenda-goals").apply(book)


def test_a_scale_is_revised_by_ids() -> None:
    """Values keep their identity through other numbers and labels; anchors go along."""
    scale = BOOK.scale("degree")
    book = replace(
        BOOK,
        scales={
            **BOOK.scales,
            "degree": replace(
                scale, anchors_by_code={"agenda": {"1": {"en": "low"}, "5": {"en": "top"}}}
            ),
        },
    )
    values = tuple(replace(v, value=6 - (v.value or 0)) for v in scale.values if v.id != "aware")
    revised = ReviseScale("degree", values, {"aware": "apart"}).apply(book)
    anchors = revised.scale("degree").anchors_by_code["agenda"]
    assert anchors == {"5": {"en": "low"}, "1": {"en": "top"}}
    changes = [change for change in diff(book, revised) if change.kind == "scale"]
    assert "values" in changes[0].words


@pytest.mark.parametrize(
    ("revision", "error"),
    [
        (ReviseScale("nothing", ()), NotFound),
        (ReviseScale("degree", ()), Invalid),
        (ReviseScale("degree", (ScaleValue("a", {}, 1), ScaleValue("a", {}, 2))), Invalid),
        (ReviseScale("degree", (ScaleValue("a", {}, 1), ScaleValue("b", {}, 1))), Invalid),
        (ReviseScale("degree", (ScaleValue("a", {}),)), Invalid),
        (ReviseScale("degree", BOOK.scale("degree").values, {"x": "apart"}), NotFound),
        (ReviseScale("degree", BOOK.scale("degree").values, {"apart": "aware"}), Invalid),
    ],
)
def test_a_scale_refuses(revision: ReviseScale, error: type[QualcodeError]) -> None:
    """Unknown scales and values, none, doubles, numbers twice or missing, a stayer that goes."""
    with pytest.raises(error):
        revision.apply(BOOK)


def test_usual_valences_follow_their_scale() -> None:
    """A code's usual valence turns into what the value turned into, or is gone with it."""
    book = Redefine("agenda", {"usual_valence": "mixed"}).apply(BOOK)
    book = Redefine("backbone", {"usual_valence": "hinders"}).apply(book)
    values = (*BOOK.scale("valence").values[:1], ScaleValue("both", {"en": "Both"}))
    book = ReviseScale("valence", values, {"mixed": "both"}).apply(book)
    assert book.code("agenda").usual_valence == "both"
    assert book.code("backbone").usual_valence is None
