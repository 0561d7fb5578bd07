"""The codebook of a project: in from a file, out to a file, own codes added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import BadFile, Conflict, Invalid, NotFound, nearest
from qualcode.services import shipped
from qualcode.services.session import Session
from qualcode.storage import books, notes
from qualcode.storage.journal import Act

SHARED = "collective-impact"


def read(source: str | Path) -> Codebook:
    """The shipped codebook of that name, or the one in a file; raises BadFile or NotFound."""
    text = str(source)
    path = shipped.codebooks().get(text, Path(source))
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from qualcode.exchange import codebook_yaml

        return codebook_yaml.load(path)
    if suffix == ".json":
        from qualcode.exchange import codebook_json

        return codebook_json.load(path)
    if suffix:
        raise BadFile(f"A codebook is a .yaml or .json file, not {suffix}.")
    raise NotFound(
        f"There is no codebook '{text}'.",
        nearest(text, shipped.codebooks()) or f"Shipped: {', '.join(shipped.codebooks())}.",
    )


class Codebooks:
    """The codes and scales that a project codes with."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self) -> Codebook:
        """The version in force."""
        return self._session.book()

    def load(self, source: str | Path) -> Codebook:
        """Take a codebook from a file; raises Conflict when codings would lose their code."""
        from qualcode.storage import codings

        book = read(source)
        used = {code for code, _, _ in codings.code_uses(self._session.store)}
        lost = sorted(used - set(book.by_id))
        if lost:
            raise Conflict(
                f"The new codebook lacks codes that have codings: {', '.join(lost[:5])}"
                f"{' ...' if len(lost) > 5 else ''}.",
                "Give it those codes, or recode the passages first.",
            )
        with self._session.act("codebook.load", book=book.id, version=book.version) as act:
            put(act, book, book.note)
            languages = self._session.settings["languages"]
            start_themes(act, book, languages[0] if languages else "en")
        return book

    def add_code(self, code: Code) -> Code:
        """A new code of this project; raises Conflict when the id or a sibling's label is taken."""
        book = self.current()
        if code.id in book.by_id:
            raise Conflict(f"There is a code '{code.id}' already.")
        if not code.id or any(sign.isspace() for sign in code.id):
            raise Invalid("The id of a code is one word.", "For instance: agenda-funding.")
        if code.parent is not None:
            book.code(code.parent)
        for sibling in book.children(code.parent):
            for language, label in code.label.items():
                if sibling.label.get(language, "").casefold() == label.casefold():
                    raise Conflict(f"'{sibling.id}' beside it has the same label.")
        with self._session.act("codebook.add", code=code.id) as act:
            put(act, replace(book, codes=(*book.codes, code)), f"code {code.id} added")
        return self.current().code(code.id)

    def export(self, path: Path) -> None:
        """Write the codebook in force as .yaml or .json; raises BadFile."""
        from qualcode.exchange import codebook_json, codebook_yaml

        suffix = path.suffix.lower()
        if suffix in (".yaml", ".yml"):
            text = codebook_yaml.dump(self.current())
        elif suffix == ".json":
            text = codebook_json.dumps(self.current())
        else:
            raise BadFile(f"A codebook cannot be written as '{suffix}'.", "Use .yaml or .json.")
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise BadFile(f"{path} cannot be written: {error.strerror}.") from None


def put(act: Act, book: Codebook, reason: str) -> None:
    """Make a codebook the version in force."""
    from qualcode.exchange import codebook_json

    books.add(act, (book.id, book.version), codebook_json.dumps(book), reason)


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
