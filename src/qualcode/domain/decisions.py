"""What was decided about clashes of two codebooks, checked before anything comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.domain.homonyms import BOTH
from qualcode.domain.three_way import MINE, THEIRS, Clash
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence


def check_decisions(decisions: Mapping[str, str], clashes: Sequence[Clash]) -> None:
    """Raises NotFound for a decision about nothing, Invalid for one that cannot be taken."""
    known = {clash.name: clash for clash in clashes}
    for name, side in decisions.items():
        if name not in known:
            raise NotFound(
                sentence("There is nothing to decide about '{name}'.", name=name),
                nearest(name, known),
            )
        both = known[name].can_be_both
        if side not in (MINE, THEIRS) and not (both and side.partition(":")[0] == BOTH):
            hint = sentence("Say {mine} or {theirs}.", mine=MINE, theirs=THEIRS)
            if both:
                hint = sentence(
                    "Say {mine}, {theirs}, {both} or {both}:NEW-ID.",
                    mine=MINE,
                    theirs=THEIRS,
                    both=BOTH,
                )
            raise Invalid(sentence("'{side}' is no decision.", side=side), hint)
