"""What is said about names that are lacking, taken or unclear: a whole sentence for each kind.

Kinds differ in gender and number in other languages, so that none is filled into a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.errors import Conflict, Invalid
from qualcode.sentences import Sentence, sentence


def no_such(kind: str, ref: str) -> Sentence:
    """That nothing of a kind has that name or id."""
    return sentence(_NO_SUCH[kind], ref=ref)


def several(kind: str, ref: str, number: int) -> Sentence:
    """That a name fits so many of a kind."""
    return sentence(_SEVERAL[kind], ref=ref, number=number)


def fresh(kind: str, name: str, known: Sequence[str]) -> str:
    """A name that can be given; raises Invalid when empty, Conflict when taken."""
    clean = " ".join(name.split())
    if not clean:
        raise Invalid(sentence(_NAMELESS[kind]))
    if clean in known:
        raise Conflict(sentence(_TAKEN[kind], name=clean))
    return clean


_NO_SUCH = {
    "case": sentence("There is no case '{ref}'."),
    "coder": sentence("There is no coder '{ref}'."),
    "document": sentence("There is no document '{ref}'."),
    "finding": sentence("There is no finding '{ref}'."),
    "guide": sentence("There is no guide '{ref}'."),
    "organisation": sentence("There is no organisation '{ref}'."),
    "outcome": sentence("There is no outcome '{ref}'."),
    "participant": sentence("There is no participant '{ref}'."),
    "proposition": sentence("There is no proposition '{ref}'."),
    "theme": sentence("There is no theme '{ref}'."),
}
_SEVERAL = {
    "case": sentence("'{ref}' is the name of {number} cases."),
    "coder": sentence("'{ref}' is the name of {number} coders."),
    "document": sentence("'{ref}' is the name of {number} documents."),
    "finding": sentence("'{ref}' is the name of {number} findings."),
    "guide": sentence("'{ref}' is the name of {number} guides."),
    "organisation": sentence("'{ref}' is the name of {number} organisations."),
    "outcome": sentence("'{ref}' is the name of {number} outcomes."),
    "participant": sentence("'{ref}' is the name of {number} participants."),
    "proposition": sentence("'{ref}' is the name of {number} propositions."),
    "theme": sentence("'{ref}' is the name of {number} themes."),
}
_NAMELESS = {
    "case": sentence("A case needs a name."),
    "coder": sentence("A coder needs a name."),
    "guide": sentence("A guide needs a name."),
    "organisation": sentence("An organisation needs a name."),
    "participant": sentence("A participant needs a name."),
}
_TAKEN = {
    "case": sentence("There is a case '{name}' already."),
    "coder": sentence("There is a coder '{name}' already."),
    "guide": sentence("There is a guide '{name}' already."),
    "organisation": sentence("There is an organisation '{name}' already."),
    "participant": sentence("There is a participant '{name}' already."),
}
