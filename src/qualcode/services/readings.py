"""What all that counts is read from: once for each state of the project, whoever asks."""

from __future__ import annotations

from qualcode.domain.claims import Spoken
from qualcode.domain.framework import Charted
from qualcode.domain.material import Material
from qualcode.domain.reading import Reading
from qualcode.services.session import Session
from qualcode.storage import material as stored
from qualcode.storage import reading as reading_rows
from qualcode.storage import touched
from qualcode.storage.charted import with_charted


def material(session: Session, *, texts: bool = False) -> Material:
    """Everything that tables are made of; with `texts` also the words that quotes are cut from."""
    return session.once(_with_texts if texts else _material)


def spoken(session: Session) -> Spoken:
    """The same as claims rest on it, whatever was said in claims since."""
    return session.once(_spoken, touched.only_claims)


def reading(session: Session) -> Reading:
    """How far the documents were read and coded."""
    return session.once(_reading)


def dated(session: Session) -> Reading:
    """Only the dates of the documents."""
    return Reading(dates=reading_rows.dates(session.store))


def charted(session: Session) -> Charted | None:
    """What analysts wrote over the codings, with what changed since."""
    return session.once(_charted)


def _material(session: Session) -> Material:
    return stored.material(session.store, session.book(), texts=False)


def _with_texts(session: Session) -> Material:
    return stored.with_texts(session.store, material(session))


def _spoken(session: Session) -> Spoken:
    return Spoken(material(session))


def _reading(session: Session) -> Reading:
    return reading_rows.reading(session.store, material(session))


def _charted(session: Session) -> Charted | None:
    return with_charted(session.store, material(session)).charted
