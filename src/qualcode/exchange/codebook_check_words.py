"""Whether the words of a codebook are complete and can be told apart: texts, labels, cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qualcode.domain.codebook import Code, Labels
from qualcode.exchange.codebook_remarks import Remarks
from qualcode.sentences import sentence

_TEXTS = {
    "label": sentence("give one in each language"),
    "definition": sentence("write what a passage says that gets this code"),
    "include": sentence("write when to use it"),
    "exclude": sentence("write when not to, and which code to use instead"),
    "example": sentence("write a passage that gets it"),
}
"""What to do about a text that is missing."""
_MISSING = {
    "label": sentence("no label in {languages}"),
    "definition": sentence("no definition in {languages}"),
    "include": sentence("no include in {languages}"),
    "exclude": sentence("no exclude in {languages}"),
    "example": sentence("no example in {languages}"),
}
_STRAY = {
    "label": sentence("label in '{language}', which is not one of the codebook's languages"),
    "definition": sentence(
        "definition in '{language}', which is not one of the codebook's languages"
    ),
    "include": sentence("include in '{language}', which is not one of the codebook's languages"),
    "exclude": sentence("exclude in '{language}', which is not one of the codebook's languages"),
    "example": sentence("example in '{language}', which is not one of the codebook's languages"),
}


class Words:
    """The checks of a codebook's words."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        languages = (*remarks.book.languages, *remarks.problems.languages)
        self._needed = tuple(dict.fromkeys(languages))

    def of(self, code: Code) -> None:
        """The texts of a code in every language."""
        if not code.label:
            self._remarks.error(
                code,
                "label",
                sentence("the label is missing"),
                sentence("give one in at least one language"),
            )
        fields: dict[str, Labels] = {
            "label": code.label,
            "definition": code.definition,
            "include": code.include,
            "exclude": code.exclude,
            "example": code.example,
        }
        for part, words in fields.items():
            missing = [language for language in self._needed if language not in words]
            if missing and (words or part != "label"):
                what = sentence(_MISSING[part], languages=", ".join(missing))
                self._remarks.warn(code, part, what, _TEXTS[part])
            for language in words:
                if self._remarks.book.languages and language not in self._remarks.book.languages:
                    what = sentence(_STRAY[part], language=language)
                    hint = sentence(
                        "add {language} to `languages`, or remove it", language=language
                    )
                    self._remarks.warn(code, part, what, hint)

    def siblings(self) -> None:
        """Labels side by side."""
        seen: dict[tuple[str | None, str, str], Code] = {}
        for code in self._remarks.in_use:
            for language, label in code.label.items():
                key = (code.parent, language, label.casefold())
                first = seen.setdefault(key, code)
                if first is not code and first.id != code.id:
                    self._remarks.error(
                        code,
                        "label",
                        sentence(
                            "'{first}' beside it has the same label in {language}",
                            first=first.id,
                            language=language,
                        ),
                        sentence("give one of them another"),
                    )

    def cues(self) -> None:
        """Words that point to more than one thing."""
        seen: dict[tuple[str, str], Code] = {}
        avoided = dict(self._everyday_words())
        for code in self._remarks.in_use:
            for language, cue in _each(code.cues):
                key = (language, cue.casefold())
                first = seen.setdefault(key, code)
                if first is not code:
                    what = sentence(
                        "the cue '{cue}' ({language}) is also a cue of '{first}'",
                        cue=cue,
                        language=language,
                        first=first.id,
                    )
                    self._remarks.warn(code, "cues", what, sentence("keep it in one of them"))
                if key in avoided:
                    said = _everyday(cue, language, avoided[key])
                    hint = sentence("take a word that only belongs to this code")
                    self._remarks.warn(code, "cues", said, hint)

    def _everyday_words(self) -> Iterator[tuple[tuple[str, str], str | None]]:
        """Words that people use without meaning what a researcher means by them; of which scale."""
        for scale in self._remarks.book.scales.values():
            for value in scale.values:
                for language, label in value.label.items():
                    yield (language, label.casefold()), scale.id
        for language, words in self._remarks.book.trap_words.items():
            for word in words:
                yield (language, word.casefold()), None


def _each(cues: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((language, cue) for language, those in cues.items() for cue in those)


def _everyday(cue: str, language: str, scale: str | None) -> str:
    if scale is None:
        return sentence("the cue '{cue}' ({language}) is a trap word", cue=cue, language=language)
    return sentence(
        "the cue '{cue}' ({language}) is a value of the scale {scale}",
        cue=cue,
        language=language,
        scale=scale,
    )
