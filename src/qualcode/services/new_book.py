"""A codebook of one's own, begun from nothing, from the five conditions, or from scales only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.domain.code_tree import RESERVED
from qualcode.domain.codebook import Code, Codebook, Labels, Scale, ScaleValue
from qualcode.domain.revision import Add
from qualcode.errors import BadFile, Invalid, nearest
from qualcode.sentences import sentence
from qualcode.services.codebook_drafts import Remark, remarks
from qualcode.services.codebooks import SHARED, read

BLANK, CONDITIONS, SCALES = "blank", "conditions", "scales"
STARTS = (BLANK, CONDITIONS, SCALES)
"""What a codebook can begin with; `conditions` has the scales too."""

KINDS_OF_FILES = (".yaml", ".yml")

_HEAD = """# A codebook for qualcode. What is still to be filled in: qualcode codebook lint {name}
# A project with it: qualcode init NAME --codebook {name}
"""


@dataclass(frozen=True, slots=True)
class NewBook:
    """What a new codebook is to have; `scales` None takes those that go with the start.

    The first language is that of texts without one. Codes without a parent stand at the top.
    """

    title: str
    languages: tuple[str, ...] = ("en",)
    start: str = CONDITIONS
    scales: tuple[str, ...] | None = None
    codes: Sequence[Code] = ()


def known_scales() -> tuple[str, ...]:
    """The scales that a new codebook can have."""
    return tuple(read(SHARED).scales)


def new_book(wanted: NewBook) -> Codebook:
    """The codebook, with the code for what no other code fits always in it.

    Raises Invalid or Conflict for a start, scale, language or code that cannot be.
    """
    from qualcode.exchange.codebook_slugs import slug

    title = " ".join(wanted.title.split())
    languages = tuple(dict.fromkeys(one.strip() for one in wanted.languages if one.strip()))
    if not title:
        raise Invalid(
            sentence("A codebook needs a title."),
            sentence("For instance: Partnerships for children."),
        )
    if not languages or not all(one.isalnum() for one in languages):
        raise Invalid(
            sentence("A codebook needs languages."),
            sentence("Name them by code, such as en, sv, da, nb."),
        )
    if wanted.start not in STARTS:
        raise Invalid(
            sentence("'{start}' is no start.", start=wanted.start),
            sentence("Known: {names}.", names=", ".join(STARTS)),
        )
    shared = read(SHARED)
    kinds = ("condition", RESERVED) if wanted.start == CONDITIONS else (RESERVED,)
    skeleton = [code for code in shared.codes if code.kind in kinds]
    scales = _scales(shared, wanted)
    book = Codebook(
        id=slug(title),
        version="1",
        title={languages[0]: title},
        codes=tuple(_code(code, languages) for code in skeleton),
        scales={name: _scale(shared.scales[name], skeleton, languages) for name in scales},
        languages=languages,
    )
    last = next(code.id for code in skeleton if code.kind == RESERVED)
    for code in wanted.codes:
        book = Add(code, None if code.parent else last).apply(book)
    return book


def first_code(
    label: str, language: str, texts: Mapping[str, str], taken: Collection[str] = ()
) -> Code:
    """A code with an id made of its label; texts are `definition`, `include` and `exclude`."""
    from qualcode.exchange.codebook_slugs import slug

    made = found = slug(label)
    n = 1
    while found in taken:
        n += 1
        found = f"{made}-{n}"
    said = {name: {language: text} for name, text in texts.items() if text}
    return Code(
        found,
        {language: label},
        definition=said.get("definition", {}),
        include=said.get("include", {}),
        exclude=said.get("exclude", {}),
    )


def write_new(path: Path, book: Codebook) -> Sequence[Remark]:
    """Write the codebook to a new YAML file; returns what is still to be filled in.

    Raises BadFile for another kind of file, one that is there, or one that cannot be written.
    """
    from qualcode.exchange import codebook_yaml

    check_target(path)
    text = _HEAD.format(name=path.name) + codebook_yaml.dump(book)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BadFile(
            sentence("{path} is there already.", path=path), sentence("Give another name.")
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be written: {strerror}.", path=path, strerror=error.strerror),
            sentence("Is the folder there?"),
        ) from (error)
    return [remark for found in remarks(book).values() for remark in found]


def check_target(path: Path) -> None:
    """Raises BadFile unless a new codebook can be written there: a YAML file that is not there."""
    if path.suffix.lower() not in KINDS_OF_FILES:
        raise BadFile(
            sentence("'{path}' is no YAML file.", path=path.name),
            sentence("Call it {value}.yaml.", value=path.stem or "codebook"),
        )
    if path.exists():
        raise BadFile(
            sentence("{path} is there already.", path=path),
            sentence("Give another name; nothing is overwritten."),
        )


def _scales(shared: Codebook, wanted: NewBook) -> tuple[str, ...]:
    if wanted.scales is None:
        return () if wanted.start == BLANK else tuple(shared.scales)
    for name in wanted.scales:
        if name not in shared.scales:
            known = sentence("Known: {names}.", names=", ".join(shared.scales))
            raise Invalid(
                sentence("'{name}' is no scale.", name=name), nearest(name, shared.scales) or known
            )
    return tuple(name for name in shared.scales if name in wanted.scales)


def _code(code: Code, languages: Sequence[str]) -> Code:
    """A code with label and definition; what else is said of it speaks of codes beside it."""
    label = _spoken(code.label, languages) or {languages[0]: code.name()}
    definition = _spoken(code.definition, languages)
    return Code(code.id, label, kind=code.kind, definition=definition, colour=code.colour)


def _scale(scale: Scale, codes: Sequence[Code], languages: Sequence[str]) -> Scale:
    anchors = {
        code.id: {
            number: said
            for number, text in scale.anchors_by_code.get(code.id, {}).items()
            if (said := _spoken(text, languages))
        }
        for code in codes
    }
    return replace(
        scale,
        label=_spoken(scale.label, languages) or {languages[0]: scale.id},
        values=tuple(_value(value, languages) for value in scale.values),
        sources=(),
        note=_spoken(scale.note, languages),
        anchors_by_code={code: texts for code, texts in anchors.items() if texts},
    )


def _value(value: ScaleValue, languages: Sequence[str]) -> ScaleValue:
    return replace(
        value,
        label=_spoken(value.label, languages) or {languages[0]: value.id},
        anchor=_spoken(value.anchor, languages),
        question=_spoken(value.question, languages),
        example=_spoken(value.example, languages),
    )


def _spoken(labels: Labels, languages: Sequence[str]) -> Mapping[str, str]:
    return {language: labels[language] for language in languages if language in labels}
