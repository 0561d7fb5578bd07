"""One id that two people use for two things is noticed, and both can stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode.domain.codebook import Code, Codebook, CodeSet
from qualcode.domain.homonyms import another_meaning
from qualcode.domain.revision import Add, Edit, Redefine, Relabel
from qualcode.domain.three_way import three_way
from qualcode.errors import Conflict, Invalid
from tests.projects import a_codebook

BASE = a_codebook()
MONEY = Code("money", {"en": "Money"}, definition={"en": "Funds that partners bring along."})
COIN = Code("money", {"en": "Currency"}, definition={"en": "Kinds of coins in the region."})


def _with(*codes: Code, book: Codebook = BASE) -> Codebook:
    for code in codes:
        book = Add(code).apply(book)
    return book


def test_two_codes_with_one_id_are_never_mixed() -> None:
    """Their code is a conflict of its own kind; until it is decided mine stays untouched."""
    mine, theirs = _with(MONEY), _with(COIN, Code("money-old", {"en": "Old coins"}, "money"))
    found = three_way(BASE, mine, theirs)
    (clash,) = found.open
    assert (clash.name, clash.can_be_both) == ("money.meaning", True)
    assert "something else" in clash.why
    assert found.book.code("money") == MONEY


def test_both_stay_with_theirs_under_an_id_of_its_own() -> None:
    """What only they have below it, and in their sets, goes with theirs."""
    theirs = _with(COIN, Code("money-old", {"en": "Old coins"}, parent="money"))
    theirs = replace(theirs, sets={"s": CodeSet("s", {"en": "S"}, ("money", "agenda"))})
    mine = _with(MONEY, Code("money-gifts", {"en": "Gifts"}, parent="money"))
    found = three_way(BASE, mine, theirs, {"money.meaning": "both"})
    assert found.open == ()
    assert found.book.code("money") == MONEY
    assert found.book.code("money-2") == replace(COIN, id="money-2")
    assert found.book.code("money-old").parent == "money-2"
    assert found.book.code("money-gifts").parent == "money"
    assert found.book.sets["s"].codes == ("money-2", "agenda")
    named = three_way(BASE, mine, theirs, {"money.meaning": "both:currency"})
    assert named.book.code("currency").name() == "Currency"


def test_it_is_the_same_after_all() -> None:
    """Mine or theirs can be taken as a whole."""
    mine, theirs = _with(MONEY), _with(COIN)
    assert three_way(BASE, mine, theirs, {"money.meaning": "mine"}).book == mine
    assert three_way(BASE, mine, theirs, {"money.meaning": "theirs"}).book.code("money") == COIN


def test_an_id_given_to_another_thing_since_the_common_version() -> None:
    """A code of both that they have made another thing of is not changed silently."""
    base = _with(MONEY)
    theirs = Edit("money", COIN.label, {"definition": COIN.definition}).apply(base)
    found = three_way(base, base, theirs)
    assert [clash.name for clash in found.open] == ["money.meaning"]
    assert found.book.code("money") == MONEY
    both = three_way(base, base, theirs, {"money.meaning": "both"}).book
    assert (both.code("money"), both.code("money-2").label) == (MONEY, COIN.label)


@pytest.mark.parametrize(
    "changed",
    [
        Relabel("money", {"en": "Currency"}),
        Redefine("money", {"definition": COIN.definition}),
        Edit("money", {"en": "Money and means"}, {"definition": COIN.definition}),
        Edit("money", {"en": "Means"}, {"definition": {"en": "The funds that partners give."}}),
    ],
)
def test_a_code_that_was_only_reworded_is_the_same(changed) -> None:
    """A new label alone, a new definition alone, or words in common: that comes in by fields."""
    base = _with(MONEY)
    assert three_way(base, base, changed.apply(base)).clashes == ()


def test_an_id_that_is_taken_or_impossible_is_refused() -> None:
    """The new id must be free and be one."""
    mine, theirs = _with(MONEY), _with(COIN)
    with pytest.raises(Conflict, match="agenda"):
        three_way(BASE, mine, theirs, {"money.meaning": "both:agenda"})
    with pytest.raises(Invalid, match="a b"):
        three_way(BASE, mine, theirs, {"money.meaning": "both:a b"})


def test_without_a_common_language_nothing_is_said() -> None:
    """Labels that cannot be held side by side prove no other meaning."""
    one, other = Code("x", {"en": "Money"}), Code("x", {"sv": "Pengar"})
    assert not another_meaning(one, other, sure=True)
