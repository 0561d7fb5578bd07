"""The codebook of a project: in from a file, out to a file, own codes added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import Conflict, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services import shipped
from qualcode.services.session import Session
from qualcode.storage import notes, project, recoding
from qualcode.storage.journal import Act

SHARED = "collective-impact"


def read(source: str | Path, base: Codebook | None = None) -> Codebook:
    """The shipped codebook of that name, or the one in a file by its ending.

    What a kind of file cannot say, such as the scales in a sheet of codes, is taken from `base`,
    the codebook in force, else from the shared one. Raises BadFile or NotFound.
    """
    from qualcode.exchange import codebook_files

    text = str(source)
    path = shipped.codebooks().get(text, Path(source))
    if not path.suffix:
        raise NotFound(
            sentence("There is no codebook '{text}'.", text=text),
            nearest(text, shipped.codebooks())
            or sentence("Shipped: {names}.", names=", ".join(shipped.codebooks())),
        )
    found = codebook_files.read(path)
    assert found.book is not None
    if found.whole:
        return found.book
    if base is not None and base.codes:
        return codebook_files.completed(found.book, base)
    scales = read(SHARED).scales.values()
    usual = {scale.id: replace(scale, anchors_by_code={}, sources=()) for scale in scales}
    return replace(found.book, scales=usual)


class Codebooks:
    """The codes and scales that a project codes with."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self) -> Codebook:
        """The version in force."""
        return self._session.book()

    def load(
        self, source: str | Path | Codebook, mapping: Mapping[str, str] | None = None
    ) -> Codebook:
        """Take a codebook from a file, or one that was just begun, in place of the one in force.

        Codings of codes that are said otherwise there go on the worklist; `mapping` says by
        `SCALE/VALUE` what a value that the file does not have turns into. Raises Conflict when
        codings would lose their code or a value of a scale.
        """
        from qualcode.domain.effects import effects
        from qualcode.domain.renamed_values import mapping_of
        from qualcode.services.recoding import carry_out, plan
        from qualcode.services.versions import put

        store = self._session.store
        begun = isinstance(source, Codebook)
        book = source if isinstance(source, Codebook) else read(source, self.current())
        lost = sorted(recoding.used_codes(store) - set(book.by_id))
        if lost:
            raise Conflict(
                sentence(
                    "The new codebook lacks codes that have codings: {names}.",
                    names=", ".join(lost[:5]) + " ..." * (len(lost) > 5),
                ),
                sentence("Give it those codes, or recode the passages first."),
            )
        with self._session.act("codebook.load", book=book.id, version=book.version) as act:
            mapped = mapping_of(mapping or {}, self.current(), book)
            found = plan(act.store, effects(self.current(), book, mapped))
            came = "begun" if begun else "taken from a file"
            words = f"{book.id} {book.version} {came}"
            carry_out(act, found, put(act, book, book.note, {"kind": "load", "words": words}))
            languages = self._session.settings["languages"]
            start_themes(act, book, languages[0] if languages else "en")
        return book

    def add_code(self, code: Code, reason: str = "") -> Code:
        """A new code of this project; raises Conflict when the id or a sibling's label is taken."""
        from qualcode.domain.revision import Add
        from qualcode.services.revision import Revision

        Revision(self._session).do(Add(code), reason)
        return self.current().code(code.id)

    def export(self, path: Path, *, with_quotes: bool = False) -> list[str]:
        """Write the codebook in force by the ending of the file; says what is left out, by name.

        A YAML file of the same codebook that is there keeps its comments and order. Labels and
        examples that are words of transcripts stay at home, unless `with_quotes` and the person
        has said yes to being quoted. Raises BadFile.
        """
        from qualcode.exchange import codebook_files
        from qualcode.reports.writing import write_whole
        from qualcode.services.quotations import Quotations

        suffix = path.suffix.lower()
        book, kept = Quotations(self._session).for_others(with_quotes=with_quotes)
        if suffix in (".docx", ".md"):
            date = project.last_change(self._session.store)
            content, left_out = _printed(book, suffix, date)
        else:
            content, left_out = codebook_files.content_of(book, path)
        write_whole(path, content)
        return [*kept, *left_out]


def start_themes(act: Act, book: Codebook, language: str) -> None:
    """Give a project the themes that its codebook begins with, where it has none of that name."""
    from qualcode.domain.codebook import in_language

    known = {theme.name for theme in notes.themes(act.store)}
    for start in book.themes:
        name = in_language(start.label, language, start.id)
        if name in known:
            continue
        theme_id = notes.add_theme(
            act, name, scale=start.scale, origin="deductive", definition=None
        )
        for code in start.codes:
            notes.gather(act, theme_id, "code", code)


def _printed(book: Codebook, suffix: str, date: str) -> tuple[bytes, list[str]]:
    """The codebook for print, and what it leaves out."""
    from qualcode.reports import codebook_annex
    from qualcode.reports.docx import render_report

    report = codebook_annex.annex(book, date)
    content = codebook_annex.markdown(report).encode()
    if suffix == ".docx":
        content = render_report(report)
    return content, codebook_annex.notes(book, suffix)
