"""Two versions of a codebook come together, and nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.codebook_facts import facts, rebuilt
from qualcode.domain.combining import combine
from qualcode.domain.comparison import diff
from qualcode.domain.revision import Add, Move, Redefine, Relabel, Reorder
from qualcode.domain.scale_revision import ReviseScale
from qualcode.domain.soundness import troubles
from qualcode.domain.succession import Merge, Retire, Revive, Split
from qualcode.domain.three_way import three_way
from qualcode.errors import Conflict, Invalid, QualcodeError
from qualcode.exchange import codebook_yaml
from tests.projects import a_codebook

BASE = a_codebook()


def _after(*operations) -> Codebook:
    book = BASE
    for operation in operations:
        book = operation.apply(book)
    return book


def test_a_codebook_is_its_facts() -> None:
    """Taking a codebook apart and putting it together gives the same codebook."""
    assert rebuilt(BASE, facts(BASE), [code.id for code in BASE.codes]) == BASE


def test_clean_changes_of_both_are_in_the_result() -> None:
    """What only one side changed is taken from that side."""
    mine = _after(Relabel("agenda", {"en": "Shared agenda"}))
    theirs = _after(
        Redefine("agenda", {"definition": {"en": "New"}}),
        Add(Code("agenda-x", {"en": "X"}, parent="agenda"), before="agenda-vision"),
    )
    found = three_way(BASE, mine, theirs)
    assert found.clashes == ()
    assert found.book.code("agenda").name() == "Shared agenda"
    assert found.book.code("agenda").definition == {"en": "New"}
    assert [c.id for c in found.book.children("agenda")] == [
        "agenda-goals",
        "agenda-x",
        "agenda-vision",
    ]
    assert sorted(change.what for change in found.applied) == ["added", "redefined"]


def test_both_changed_one_field_is_decided_one_by_one() -> None:
    """A clash stays mine until it is decided, and each is decided by its own name."""
    mine = _after(Relabel("agenda", {"en": "Mine"}), Relabel("backbone", {"en": "My backbone"}))
    theirs = _after(Relabel("agenda", {"en": "Theirs"}), Relabel("backbone", {"en": "Their one"}))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["agenda.label.en", "backbone.label.en"]
    assert (found.open[0].mine, found.open[0].theirs) == ("Mine", "Theirs")
    assert found.book == mine
    decided = three_way(BASE, mine, theirs, {"agenda.label.en": "theirs"})
    assert [clash.name for clash in decided.open] == ["backbone.label.en"]
    assert decided.book.code("agenda").name() == "Theirs"
    assert decided.book.code("backbone").name() == "My backbone"


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    """What both did alike is there once."""
    both = _after(Relabel("agenda", {"en": "Same"}))
    found = three_way(BASE, both, both)
    assert (found.book, found.applied, found.clashes) == (both, (), ())


def test_an_id_with_another_meaning_clashes_as_a_whole() -> None:
    """Two codes that happen to have one id are never mixed field by field."""
    mine = _after(Add(Code("money", {"en": "Money"}, definition={"en": "Funds"})))
    theirs = _after(Add(Code("money", {"en": "Currency"}, parent="agenda")))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["money.meaning"]
    taken = three_way(BASE, mine, theirs, {"money.meaning": "theirs"})
    assert taken.book.code("money") == theirs.code("money")


def test_a_code_they_left_out_is_retired_not_lost() -> None:
    """A code missing from their file stays here as retired; a changed one is asked about."""
    theirs = replace(BASE, codes=tuple(c for c in BASE.codes if c.id != "förtroende"))
    assert three_way(BASE, BASE, theirs).book.code("förtroende").retired
    mine = _after(Redefine("förtroende", {"definition": {"en": "Trust"}}))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["förtroende.state"]
    assert not found.book.code("förtroende").retired


def test_a_code_i_left_out_stays_out() -> None:
    """What I do without does not come back, unless they changed it and I say so."""
    mine = replace(BASE, codes=tuple(c for c in BASE.codes if c.id != "förtroende"))
    assert "förtroende" not in three_way(BASE, mine, BASE).book.by_id
    theirs = _after(Relabel("förtroende", {"en": "Trusting"}))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["förtroende.entry"]
    back = three_way(BASE, mine, theirs, {"förtroende.entry": "theirs"})
    assert back.book.code("förtroende").name() == "Trusting"


def test_moves_that_would_make_a_circle_are_asked_about() -> None:
    """Each move is fine alone; together a code would lie below itself."""
    mine, theirs = _after(Move("agenda", "backbone")), _after(Move("backbone", "agenda"))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["backbone.parent"]
    assert "below itself" in found.open[0].why
    assert found.book == mine
    with pytest.raises(Conflict, match="below itself"):
        three_way(BASE, mine, theirs, {"backbone.parent": "theirs"})


def test_labels_that_meet_are_asked_about() -> None:
    """Two codes with one label side by side never come about silently."""
    mine = _after(Add(Code("agenda-a", {"en": "Plan"}, parent="agenda")))
    theirs = _after(Add(Code("agenda-b", {"en": "plan"}, parent="agenda")))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["agenda-b.entry"]
    assert "same label" in found.open[0].why


def test_a_child_of_mine_under_a_code_they_retired() -> None:
    """Their retiring waits while I have codes in use below it."""
    mine = _after(Add(Code("f-x", {"en": "X"}, parent="förtroende")))
    found = three_way(BASE, mine, _after(Retire("förtroende")))
    assert [clash.name for clash in found.open] == ["förtroende.state"]


def test_order_is_taken_or_asked_about() -> None:
    """Their order comes in where I kept the old one, and clashes where I have my own."""
    theirs = _after(Reorder("backbone", "agenda"))
    mine = _after(Add(Code("new", {"en": "New"})))
    found = three_way(BASE, mine, theirs)
    assert [c.id for c in found.book.children(None)][:2] == ["backbone", "agenda"]
    clash = three_way(BASE, _after(Reorder("agenda")), theirs).open
    assert [one.name for one in clash] == ["codebook.order"]
    taken = three_way(BASE, _after(Reorder("agenda")), theirs, {"codebook.order": "theirs"})
    assert taken.book.children(None) == theirs.children(None)


def test_lists_of_both_are_joined() -> None:
    """Cues that each side added are all there, without a question."""
    start = Redefine("agenda", {"cues": {"en": ("goal", "aim")}}).apply(BASE)
    mine = Redefine("agenda", {"cues": {"en": ("goal", "aim", "vision")}}).apply(start)
    theirs = Redefine("agenda", {"cues": {"en": ("goal", "target")}}).apply(start)
    found = three_way(start, mine, theirs)
    assert found.clashes == ()
    assert found.book.code("agenda").cues == {"en": ("goal", "vision", "target")}


def test_values_of_scales_come_in() -> None:
    """A value that they added is there, in their order, with its label."""
    values = BASE.scale("standing").values
    theirs = _after(ReviseScale("standing", (replace(values[0], id="new"), *values)))
    found = three_way(BASE, _after(Relabel("agenda", {"en": "A"})), theirs)
    assert [v.id for v in found.book.scale("standing").values][:2] == ["new", "actual"]


CODES = [code.id for code in BASE.codes]
NAMES = st.sampled_from([*CODES, "new-1", "new-2"])
WORDS = st.sampled_from(["One", "Two", "Three"])
OPERATIONS = st.one_of(
    st.builds(
        lambda n, w, p: Add(Code(n, {"en": w}, parent=p)), NAMES, WORDS, st.sampled_from(CODES)
    ),
    st.builds(lambda n, w: Relabel(n, {"en": w}), NAMES, WORDS),
    st.builds(lambda n, w: Redefine(n, {"definition": {"sv": w}}), NAMES, WORDS),
    st.builds(Move, NAMES, st.one_of(st.none(), NAMES)),
    st.builds(Reorder, NAMES, st.one_of(st.none(), NAMES)),
    st.builds(Merge, NAMES, NAMES),
    st.builds(lambda n, a, b: Split(n, (a, b)), NAMES, NAMES, NAMES),
    st.builds(Retire, NAMES),
    st.builds(Revive, NAMES),
)


def _revised(operations) -> Codebook:
    book = BASE
    for operation in operations:
        try:
            book = operation.apply(book)
        except QualcodeError:
            continue
    return book


@settings(max_examples=300, deadline=None)
@given(operations=st.lists(OPERATIONS, max_size=15))
def test_no_operation_breaks_the_tree_or_drops_a_code(operations) -> None:
    """After any operations the tree stands, parents come first, and every id is still there."""
    book = _revised(operations)
    assert list(troubles(book)) == []
    assert set(BASE.by_id) <= set(book.by_id)
    seen: set[str | None] = {None}
    for code in book.codes:
        assert code.parent in seen
        seen.add(code.id)
    assert (diff(BASE, book) == ()) == (facts(book) == facts(BASE) and book.codes == BASE.codes)


@settings(max_examples=300, deadline=None)
@given(
    mine=st.lists(OPERATIONS, max_size=6),
    theirs=st.lists(OPERATIONS, max_size=6),
    side=st.sampled_from(["mine", "theirs"]),
)
def test_any_two_revisions_come_together_soundly(mine, theirs, side) -> None:
    """The result stands, holds every code of both, and one side alone is taken as it is."""
    ours, others = _revised(mine), _revised(theirs)
    found = three_way(BASE, ours, others)
    assert list(troubles(found.book)) == []
    assert codebook_yaml.parse(codebook_yaml.dump(found.book), "x") == found.book
    asked = {clash.id for clash in found.clashes if clash.field == "entry"}
    assert set(ours.by_id) <= set(found.book.by_id)
    assert set(others.by_id) - set(found.book.by_id) <= asked
    assert facts(three_way(BASE, BASE, others).book) == facts(others)
    assert three_way(BASE, ours, BASE).book == ours
    try:
        decided = three_way(BASE, ours, others, {clash.name: side for clash in found.clashes})
    except Conflict:
        assert side == "theirs"
        return
    if side == "mine":
        assert decided.book == found.book
    assert list(troubles(decided.book)) == []


def test_combining_prefixes_what_means_something_else() -> None:
    """Codes with a taken id or label come in under a prefix, those alike are shared."""
    other = Codebook(
        "other",
        "1",
        {"en": "Other"},
        (
            BASE.code("agenda"),
            Code("agenda-goals", {"en": "Aims"}, parent="agenda"),
            Code("extra", {"en": "Backbone"}),
            Code("extra-a", {"en": "A"}, parent="extra", sources=("s",)),
            Code("emergent", {"en": "New things"}, kind="emergent"),
        ),
        scales={"valence": BASE.scale("valence")},
        languages=("da",),
        sources={"s": "A book"},
    )
    found = combine(BASE, other)
    book = found.book
    assert found.renamed == {"code agenda-goals": "other-agenda-goals"}
    assert book.code("other-agenda-goals").parent == "agenda"
    assert book.code("extra").label == {"en": "Backbone (other)"}
    assert book.code("extra-a").parent == "extra"
    assert sum(code.kind == "emergent" for code in book.codes) == 1
    assert book.languages == ("en", "sv", "da")
    assert list(troubles(book)) == []
    assert [book.by_id[code.id] for code in BASE.codes] == list(BASE.codes)
    with pytest.raises(Invalid):
        combine(BASE, other, "two words")


def test_a_usual_valence_that_their_scale_lacks_is_asked_about() -> None:
    """My code's usual valence and their shorter scale cannot both stand unasked."""
    mine = _after(Redefine("agenda", {"usual_valence": "mixed"}))
    theirs = _after(ReviseScale("valence", BASE.scale("valence").values[:2]))
    found = three_way(BASE, mine, theirs)
    assert [clash.name for clash in found.open] == ["scale:valence.values"]
    assert found.book == mine
