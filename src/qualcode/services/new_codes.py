"""Codes that are made while coding, as part of the act that sets them on a passage."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.domain.code_tree import RESERVED
from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.document import DocumentInfo
from qualcode.domain.quoted_words import where_said
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence
from qualcode.services.session import Session
from qualcode.storage import documents
from qualcode.storage.journal import Act

IN_VIVO = "in vivo"
"""What the id of a code says instead of an informant's words."""


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that is not there yet: its label in a language, the id of the code it lies below, and
    why it is made."""

    label: str
    language: str
    parent: str
    reason: str = ""


def make(act: Act, session: Session, info: DocumentInfo, span: Span, wanted: NewCode) -> str:
    """Put a code into the codebook within an act that is under way; returns its id.

    The id is made of the label. Where that is what is said in the passage, the code remembers whose
    words they are and its id says none of them, for it leaves with the codebook when they do not.
    Raises NotFound for an unknown parent, Invalid for one that nothing is put below and for a label
    without words, Conflict where a code beside it has the label in any language.
    """
    from qualcode.domain.revision import Add
    from qualcode.services.codebook_drafts import fresh_id
    from qualcode.services.quotations import Quotations
    from qualcode.services.revision import Revision

    book, label = session.book(), " ".join(wanted.label.split())
    _check(book, label, wanted)
    source = Quotations(session).source_at(info.id, span.start)
    text = documents.texts_of(act.store, {info.version})[info.version]
    labels = {wanted.language: label}
    taken = where_said(labels, [(text[span.start : span.end], source)])
    code_id = fresh_id(book, IN_VIVO if taken else label, wanted.parent)
    code = Code(code_id, labels, parent=wanted.parent, taken=taken)
    Revision(session).within(act, Add(code), wanted.reason)
    return code_id


def _check(book: Codebook, label: str, wanted: NewCode) -> None:
    parent = book.code(wanted.parent)
    if not label:
        raise Invalid(sentence("The new code needs a label."), sentence("A few words of your own."))
    if parent.kind == RESERVED:
        raise Invalid(
            sentence("'{parent}' gathers what has no code: none lies below it.", parent=parent.id),
            sentence("Keep the words as a label: --code {parent} --label TEXT", parent=parent.id),
        )
    if parent.id in book.switched_off and not parent.retired:
        raise Invalid(
            sentence("{code} belongs to an extension that is off.", code=parent.id),
            sentence("Switch it on: qualcode codebook extension on NAME."),
        )
    for beside in book.children(parent.id):
        labels = {text.casefold() for text in beside.label.values()}
        if not beside.retired and label.casefold() in labels:
            raise Conflict(
                sentence("'{beside}' has that label already.", beside=beside.id),
                sentence("Code with it: --code {beside}", beside=beside.id),
            )
