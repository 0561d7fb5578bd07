"""Passages as text to be pasted elsewhere, with who said them and whether they may be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding
from qualcode.domain.people import Participant
from qualcode.domain.quoting import attribution, tidy
from qualcode.errors import BadFile
from qualcode.tui.words import _, spoken_words

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


def quotes_text(project: Project, codings: Sequence[Coding]) -> str:
    """A paragraph for each passage: its words, pseudonym and role, case, document and turn."""
    people = _people(project, codings)
    paragraphs = []
    for coding in _once(codings):
        person = people.get(coding.id)
        who = attribution(person) if person else coding.speaker or _("unknown")
        turn = _("turn {number}", number=coding.turn) if coding.turn else ""
        where = ", ".join(part for part in (coding.case, coding.document, turn) if part)
        paragraphs.append(f"{spoken_words(tidy(coding.quote))} ({tidy(who)}; {tidy(where)})\n")
    return "\n".join(paragraphs)


def without_consent(project: Project, codings: Sequence[Coding]) -> list[str]:
    """The pseudonyms of those among the speakers who have not said yes to being quoted."""
    people = _people(project, codings).values()
    return sorted({person.name for person in people if person.consent != "yes"})


def write_quotes(path: str, text: str) -> Path:
    """Write the text to a file that is not there yet; returns where. Raises BadFile."""
    target = Path(path).expanduser()
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise BadFile(_("{file} is there already.", file=target), _("Give another name.")) from None
    except OSError as error:
        message = _("{file} cannot be written: {reason}.", file=target, reason=error.strerror)
        raise BadFile(message) from None
    return target


def _once(codings: Sequence[Coding]) -> Sequence[Coding]:
    """One coding for each passage, however many codes it has."""
    places = {(each.document_id, each.start, each.end): each for each in reversed(codings)}
    return list(reversed(places.values()))


def _people(project: Project, codings: Sequence[Coding]) -> dict[str, Participant]:
    """By id of the coding: the participant who said it, where one is known."""
    material = project.tables.material(texts=False)
    known = {person.id: person for person in material.participants}
    wanted = {coding.id for coding in codings}
    return {
        row.coding: known[row.participant_id]
        for row in material.codings
        if row.coding in wanted and row.participant_id in known
    }
