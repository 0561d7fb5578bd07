"""How a project comes into being."""

from __future__ import annotations

from pathlib import Path

from qualcode.domain.codebook import Codebook
from qualcode.services.session import Session
from qualcode.services.workspace import SUFFIX, Project
from qualcode.storage import journal, project
from qualcode.storage import store as storage


def create_project(
    path: Path | str,
    *,
    codebook: str | Path | None = None,
    title: str = "",
    coder: str | None = None,
) -> Project:
    """Make a new project with a codebook (the shipped one unless another is named).

    The ending .qualcode is added where it is missing. Raises BadFile when the file exists;
    nothing is left behind when the codebook cannot be read.
    """
    target = Path(path)
    if target.suffix != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    from qualcode.services.codebooks import SHARED, read

    book = read(codebook or SHARED)
    store = storage.create(target)
    try:
        with store.write():
            project.begin(store)
        made = Project(Session(store, coder))
        begin(made, title=title, coder=coder, book=book)
    except BaseException:
        store.close()
        _discard(target)
        raise
    return made


def begin(made: Project, *, title: str, coder: str | None, book: Codebook) -> None:
    """The first act of a project: its coder, codebook, title and starting themes."""
    from qualcode.services.codebooks import start_themes
    from qualcode.services.versions import put

    store = made.session.store
    first = made.session.coder_id() if coder else ""
    with journal.act(store, first, "project.begin") as act:
        put(act, book, book.note, {"kind": "begin", "words": f"{book.id} {book.version} taken"})
        languages = made.session.settings["languages"]
        start_themes(act, book, languages[0] if languages else "en")
        if title:
            project.change_setting(act, "title", title)
        if coder:
            project.change_setting(act, "coder", coder)


def _discard(path: Path) -> None:
    path.unlink(missing_ok=True)
    storage.forget_companions(path)
