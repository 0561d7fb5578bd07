"""Whether the scales, sets, extensions and themes of a codebook name what there is."""

from __future__ import annotations

from qualcode.domain.codebook import Scale
from qualcode.errors import nearest
from qualcode.exchange.codebook_remarks import Remarks
from qualcode.sentences import sentence

_FIRST_PASS = "first_pass"
_MOST_IN_FIRST_PASS = 30


def check_groups(remarks: Remarks) -> None:
    """Adds what is wrong or doubtful in scales and in groups of codes."""
    _Groups(remarks).run()


class _Groups:
    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks

    def run(self) -> None:
        for scale in self._remarks.book.scales.values():
            self._scale(scale)
        for name in self._remarks.book.sets:
            self._members("sets", name, self._remarks.book.sets[name].codes)
        for name in self._remarks.book.extensions:
            self._members("extensions", name, self._remarks.book.extensions[name].codes)
        for theme in self._remarks.book.themes:
            self._members("themes", theme.id, theme.codes)
            if theme.scale is not None and theme.scale not in self._remarks.book.scales:
                line = self._remarks.line("themes", theme.id, "scale")
                what = sentence(
                    "theme '{theme}' names no scale: '{scale}'", theme=theme.id, scale=theme.scale
                )
                hint = nearest(theme.scale, self._remarks.book.scales, limit=1) or sentence(
                    "leave it out"
                )
                self._remarks.problems.error(line, what, hint)
        self._first_pass()

    def _scale(self, scale: Scale) -> None:
        line = self._remarks.line("scales", scale.id)
        names = [value.id for value in scale.values]
        if not names:
            self._remarks.problems.error(
                line,
                sentence("the scale '{scale}' has no values", scale=scale.id),
                sentence("give it two or more"),
            )
        for name in sorted({name for name in names if names.count(name) > 1}):
            what = sentence(
                "the scale '{scale}' has the value '{name}' twice", scale=scale.id, name=name
            )
            self._remarks.problems.error(line, what, sentence("give one of them another id"))
        if scale.kind == "ordinal":
            self._numbers(scale, line)
        self._anchors(scale)

    def _anchors(self, scale: Scale) -> None:
        numbers = [str(value.value) for value in scale.values if value.value is not None]
        known = [*(value.id for value in scale.values), *numbers]
        at = self._remarks.line("scales", scale.id, "anchors_by_code")
        for code, anchors in scale.anchors_by_code.items():
            if code not in self._remarks.book.by_id:
                what = sentence(
                    "the scale '{scale}' has anchors for no code: '{code}'",
                    scale=scale.id,
                    code=code,
                )
                hint = sentence("name a code of this codebook")
                near = nearest(code, self._remarks.book.by_id, limit=1)
                self._remarks.problems.warn(at, what, near or hint)
            for number in anchors:
                if number not in known:
                    what = sentence(
                        "the scale '{scale}' has an anchor for no value: '{number}' ({code})",
                        scale=scale.id,
                        number=number,
                        code=code,
                    )
                    hint = sentence("known: {names}", names=", ".join(known))
                    self._remarks.problems.warn(at, what, hint)

    def _numbers(self, scale: Scale, line: int) -> None:
        numbers = [value.value for value in scale.values if value.value is not None]
        if len(numbers) < len(scale.values):
            what = sentence("a value of the ordered scale '{scale}' has no number", scale=scale.id)
            self._remarks.problems.error(line, what, sentence("number them from the lowest up"))
        elif len(set(numbers)) < len(numbers):
            what = sentence(
                "two values of the scale '{scale}' have the same number", scale=scale.id
            )
            self._remarks.problems.error(line, what, sentence("give each its own"))
        elif numbers != list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False:
            shown = ", ".join(map(str, numbers))
            what = sentence(
                "the numbers of the scale '{scale}' have gaps: {shown}", scale=scale.id, shown=shown
            )
            self._remarks.problems.warn(line, what, sentence("number them one after the other"))

    def _members(self, kind: str, name: str, codes: tuple[str, ...]) -> None:
        for code in codes:
            if code not in self._remarks.book.by_id:
                self._remarks.problems.error(
                    self._remarks.line(kind, name, "codes"),
                    sentence(
                        "'{name}' in {kind} names no code: '{code}'",
                        name=name,
                        kind=kind,
                        code=code,
                    ),
                    nearest(code, self._remarks.book.by_id, limit=1)
                    or sentence("name a code of this codebook"),
                )

    def _first_pass(self) -> None:
        first = self._remarks.book.sets.get(_FIRST_PASS)
        if first and len(first.codes) > _MOST_IN_FIRST_PASS:
            self._remarks.problems.warn(
                self._remarks.line("sets", _FIRST_PASS, "codes"),
                sentence("{set} has {number} codes", set=_FIRST_PASS, number=len(first.codes)),
                sentence("{most} are as many as one reading bears", most=_MOST_IN_FIRST_PASS),
            )
