"""Sharing a codebook: comparing versions and files, and bringing a colleague's file in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.domain.ancestry import can_come_from
from qualcode.domain.codebook import Codebook
from qualcode.domain.codebook_facts import facts
from qualcode.domain.combining import Combined, combine
from qualcode.domain.comparison import Change, diff
from qualcode.domain.decisions import check_decisions
from qualcode.domain.effects import effects
from qualcode.domain.renamed_values import (
    GoneValue,
    Mapped,
    gone_values,
    mapping_of,
    with_mapped,
)
from qualcode.domain.three_way import Clash, Together, three_way
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.codebooks import read, start_themes
from qualcode.services.quotations import at_home
from qualcode.services.recoding import Outcome, plan, uses
from qualcode.services.revision import finish
from qualcode.services.session import Session
from qualcode.services.versions import RECEIVED, Versions, put, revised, stem
from qualcode.storage import documents
from qualcode.storage.books import BookVersion


@dataclass(frozen=True, slots=True)
class Comparison:
    """A colleague's codebook beside the project's own and the version that both came from.

    `certain` is false where that version was not named by the file and the likest was taken.
    `applied` is what comes in; `clashes` is what both changed, `open` what is still undecided.
    `gone` are values of scales that the file does not have; those in use need one to turn into.
    """

    theirs: Codebook
    mine: Codebook
    base: Codebook
    certain: bool
    together: Together
    gone: tuple[GoneValue, ...] = ()

    @property
    def unmapped(self) -> tuple[GoneValue, ...]:
        """The values in use of which nobody has said what they turn into."""
        return tuple(one for one in self.gone if one.uses and not one.into)

    @property
    def mapped(self) -> Mapped:
        """What values turn into, by scale."""
        found: dict[str, dict[str, str]] = {}
        for one in self.gone:
            if one.into:
                found.setdefault(one.scale, {})[one.value.id] = one.into
        return found

    @property
    def applied(self) -> tuple[Change, ...]:
        """What would be new in the project's codebook."""
        return self.together.applied

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What both sides changed differently, decided or not."""
        return self.together.clashes

    @property
    def open(self) -> tuple[Clash, ...]:
        """What nobody has decided yet."""
        return self.together.open


class Sharing:
    """What goes between the codebook of a project and those of colleagues."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._versions = Versions(session)

    def diff(self, one: str, other: str) -> tuple[Change, ...]:
        """What differs from one version to another; each a name, a number or a file."""
        return diff(self.book(one), self.book(other))

    def book(self, ref: str) -> Codebook:
        """The codebook of a version of the project, else the one in a file."""
        try:
            return self._versions.at(ref)
        except NotFound:
            if Path(ref).suffix.lower() not in _SUFFIXES and not Path(ref).is_file():
                raise
        return read(ref, self._session.book())

    def compare(
        self,
        source: str | Path,
        *,
        base: str | None = None,
        decisions: Mapping[str, str] | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> Comparison:
        """Hold a colleague's file beside the project's codebook; nothing is changed.

        `base` names the version (or file) that both came from; without it, it is the version that
        the file names, else the likest that the project has had. `decisions` say `mine` or
        `theirs` by a clash's name, of an id with two meanings also `both` or `both:NEW-ID`.
        `mapping` says by `SCALE/VALUE` what a value that the file does not have turns into.
        Raises Conflict for another codebook, and when what was decided cannot stand together;
        NotFound for a decision about nothing.
        """
        mine = self._session.book()
        theirs = self._theirs(source, mine)
        named = Path(source).suffix.lower() in _NAMING
        start, certain = (self.book(base), True) if base else self._base(theirs, named=named)
        # words of transcripts stay at home on export: nobody took them away
        start = at_home(start, documents.every_text(self._session.store))
        mapped = mapping_of(mapping or {}, mine, theirs)
        together = three_way(
            with_mapped(start, mapped), with_mapped(mine, mapped), theirs, decisions
        )
        check_decisions(decisions or {}, together.clashes)
        if mapped:
            together = replace(together, applied=diff(mine, together.book))
        gone = self._gone(mine, theirs, together.book, mapping or {})
        return Comparison(theirs, mine, start, certain, together, gone)

    def _theirs(self, source: str | Path, mine: Codebook) -> Codebook:
        """The book in a file; raises Conflict when it is another one than ours."""
        theirs = read(source, mine)
        if theirs.id != mine.id:
            hint = sentence("Put it beside your own: qualcode codebook add FILE.")
            raise Conflict(
                sentence(
                    "The file holds another codebook: {theirs}, not {mine}.",
                    theirs=theirs.id,
                    mine=mine.id,
                ),
                hint,
            )
        return theirs

    def _gone(
        self, mine: Codebook, theirs: Codebook, book: Codebook, chosen: Mapping[str, str]
    ) -> tuple[GoneValue, ...]:
        """The values that would be gone, with how often each is said."""
        there = {
            f"{name}/{value.id}" for name, scale in book.scales.items() for value in scale.values
        }
        return tuple(
            replace(one, uses=uses(self._session.store, one), into=chosen.get(one.name, ""))
            for one in gone_values(mine, theirs)
            if one.name not in there
        )

    def preview(self, comparison: Comparison) -> Outcome:
        """What taking a comparison would do to the codings, as far as it is decided."""
        book = comparison.together.book
        asked = effects(self._session.book(), book, comparison.mapped)
        unsaid = {(one.scale, one.value.id) for one in comparison.unmapped}
        shifts = tuple(one for one in asked.shifts if (one.scale, one.old.id) not in unsaid)
        found = plan(self._session.store, replace(asked, shifts=shifts))
        return found.outcome(self._words(comparison))

    def apply(self, comparison: Comparison, reason: str = "") -> Outcome:
        """Take what a comparison brings, as one act.

        Raises Conflict while anything is open, and when the codebook was revised in the meantime.

        Their file is kept as a version of its own, so that the next one is compared with it.
        """
        if comparison.open:
            names = ", ".join(clash.name for clash in comparison.open[:5])
            raise Conflict(
                sentence("{number} to decide: {names}.", number=len(comparison.open), names=names),
                sentence("Say mine or theirs for each."),
            )
        words = self._words(comparison)
        theirs, known = comparison.theirs, {one.version for one in self._versions.list()}
        with self._session.act("codebook.apply", book=theirs.id, version=theirs.version) as act:
            before = self._session.book()
            if before != comparison.mine:
                hint = sentence("Compare them once more.")
                raise Conflict(sentence("Somebody has revised the codebook in the meantime."), hint)
            book = self._named(before, comparison)
            if book == before:
                return Outcome(words, before.version)
            found = plan(act.store, effects(before, book, comparison.mapped))
            if facts(book) != facts(theirs):
                named = theirs if theirs.version not in known else revised(theirs, theirs.version)
                received = f"{named.id} {named.version} received"
                put(act, named, theirs.note, {"kind": RECEIVED, "words": received})
            said = {
                "kind": "apply",
                "words": words,
                "given": {
                    "base": comparison.base.version,
                    "theirs": theirs.version,
                    "decided": {clash.name: clash.decided for clash in comparison.clashes},
                    "mapped": {one.name: one.into for one in comparison.gone if one.into},
                },
            }
            start_themes(act, book, self._language())
            return finish(act, self._session, (book, found), reason or theirs.note, said)

    def add(
        self, source: str | Path, prefix: str | None = None, reason: str = ""
    ) -> tuple[Combined, Outcome]:
        """Put another codebook beside the project's own; ids that are taken get the prefix.

        Raises Invalid when nothing in it is new here.
        """
        other = read(source, self._session.book())
        with self._session.act("codebook.combine", book=other.id, version=other.version) as act:
            before = self._session.book()
            combined = combine(before, other, prefix)
            if combined.book == before:
                raise Invalid(
                    sentence(
                        "Everything in {other} is in the project's codebook already.",
                        other=other.id,
                    )
                )
            book = revised(combined.book, before.version)
            words = sentence(
                "{book} {version} put beside {own}",
                book=other.id,
                version=other.version,
                own=before.id,
            )
            given = {"renamed": dict(combined.renamed), "shared": list(combined.shared)}
            start_themes(act, book, self._language())
            found = plan(act.store, effects(before, book))
            said = {"kind": "combine", "words": words, "given": given}
            return combined, finish(act, self._session, (book, found), reason, said)

    def _language(self) -> str:
        languages = self._session.settings["languages"]
        return str(languages[0]) if languages else "en"

    def _words(self, comparison: Comparison) -> str:
        theirs = comparison.theirs
        n = len(comparison.applied)
        return f"{theirs.id} {theirs.version} applied, {n} change{'' if n == 1 else 's'}"

    def _named(self, before: Codebook, comparison: Comparison) -> Codebook:
        """The codebook with the name of its version: theirs when it says what theirs does."""
        book, theirs = comparison.together.book, comparison.theirs
        if facts(book) == facts(theirs) and [c.id for c in book.codes] == [
            c.id for c in theirs.codes
        ]:
            return theirs
        if book == before and not comparison.clashes:
            return before
        theirs_is_newer = stem(before.version) == stem(comparison.base.version)
        start = theirs.version if theirs_is_newer else before.version
        return revised(book, start)

    def _base(self, theirs: Codebook, *, named: bool) -> tuple[Codebook, bool]:
        """The version of the project that their file came from, and whether the file says so."""
        known = [one for one in self._versions.list() if one.book == theirs.id]
        said = [one for one in known if named and theirs.version in (one.version, _received(one))]
        if said:  # of what they are known to have had the newest, of guesses what asks most
            return self._likest([self._versions.content(one) for one in said[::-1]], theirs), True
        books = [self._versions.content(one) for one in known]
        start = next((one for one in books if one.version == stem(theirs.version)), None)
        if start is not None:
            books = [one for one in books if can_come_from(theirs, one, start)]
        return self._likest(books, theirs), False

    def _likest(self, books: Sequence[Codebook], theirs: Codebook) -> Codebook:
        """The version with the fewest facts that differ; of equals the first."""
        said = facts(theirs)

        def distance(book: Codebook) -> int:
            own = facts(book)
            return sum(own.get(key) != said.get(key) for key in own.keys() | said.keys())

        return min(books, key=distance)


def _received(version: BookVersion) -> str:
    """The version that a colleague's file gave itself, where it had the name of another one."""
    return stem(version.version) if version.operation.get("kind") == RECEIVED else ""


_NAMING = (".yaml", ".yml", ".json")
"""Kinds of files that say which version they are."""

_SUFFIXES = (".yaml", ".yml", ".json", ".qdc", ".csv", ".xlsx")
