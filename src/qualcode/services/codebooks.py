"""The codebook of a project: in from a file, out to a file, own codes added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.effects import effects
from qualcode.domain.revision import Add
from qualcode.domain.spoken import without_spoken
from qualcode.errors import Conflict, NotFound, nearest
from qualcode.services import shipped
from qualcode.services.recoding import carry_out, plan
from qualcode.services.revision import Revision
from qualcode.services.session import Session
from qualcode.services.versions import put
from qualcode.storage import documents, notes, project, recoding
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
            f"There is no codebook '{text}'.",
            nearest(text, shipped.codebooks()) or f"Shipped: {', '.join(shipped.codebooks())}.",
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

    def load(self, source: str | Path) -> Codebook:
        """Take a codebook from a file in place of the one in force.

        Codings of codes that are said otherwise there go on the worklist. Raises Conflict when
        codings would lose their code or a value of a scale.
        """
        store = self._session.store
        book = read(source, self.current())
        lost = sorted(recoding.used_codes(store) - set(book.by_id))
        if lost:
            raise Conflict(
                f"The new codebook lacks codes that have codings: {', '.join(lost[:5])}"
                f"{' ...' if len(lost) > 5 else ''}.",
                "Give it those codes, or recode the passages first.",
            )
        with self._session.act("codebook.load", book=book.id, version=book.version) as act:
            found = plan(act.store, effects(self.current(), book))
            words = f"{book.id} {book.version} taken from a file"
            carry_out(act, found, put(act, book, book.note, {"kind": "load", "words": words}))
            languages = self._session.settings["languages"]
            start_themes(act, book, languages[0] if languages else "en")
        return book

    def add_code(self, code: Code, reason: str = "") -> Code:
        """A new code of this project; raises Conflict when the id or a sibling's label is taken."""
        Revision(self._session).do(Add(code), reason)
        return self.current().code(code.id)

    def export(self, path: Path, *, with_quotes: bool = False) -> list[str]:
        """Write the codebook in force by the ending of the file; says what is left out, by name.

        A YAML file of the same codebook that is there keeps its comments and order. Examples that
        are words of transcripts stay at home, unless `with_quotes`. Raises BadFile.
        """
        from qualcode.exchange import codebook_files
        from qualcode.reports.writing import write_whole

        book, suffix = self.current(), path.suffix.lower()
        kept: list[str] = []
        if not with_quotes:
            book, kept = _kept_at_home(book, documents.every_text(self._session.store))
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


def _kept_at_home(book: Codebook, texts: Sequence[str]) -> tuple[Codebook, list[str]]:
    """The codebook without examples that are words of transcripts, and which codes had them."""
    shared = without_spoken(book, texts)
    codes = [one.id for one, was in zip(shared.codes, book.codes, strict=True) if one != was]
    if not codes:
        return book, []
    return shared, [
        f"Examples that are words of transcripts stay at home: {', '.join(codes)}."
        " With --with-quotes they are written."
    ]


def _printed(book: Codebook, suffix: str, date: str) -> tuple[bytes, list[str]]:
    """The codebook for print, and what it leaves out."""
    from qualcode.reports import codebook_annex
    from qualcode.reports.docx import render_report

    report = codebook_annex.annex(book, date)
    content = codebook_annex.markdown(report).encode()
    if suffix == ".docx":
        content = render_report(report)
    return content, codebook_annex.notes(book, suffix)
