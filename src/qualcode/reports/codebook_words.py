"""The words of a printed codebook in each language."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "name": "English",
        "version": "Codebook {id}, version {version}",
        "codes": "Codes",
        "scales": "Scales",
        "sources": "Sources",
        "definition": "Definition",
        "include": "Use when",
        "exclude": "Not when",
        "example": "Example",
        "usual": "Usually",
        "retired": "Retired: no new codings.",
        "heading": "Gathers the codes below it; no codings of its own.",
        "question": "Question",
    },
    "sv": {
        "name": "Svenska",
        "version": "Kodbok {id}, version {version}",
        "codes": "Koder",
        "scales": "Skalor",
        "sources": "Källor",
        "definition": "Definition",
        "include": "Används när",
        "exclude": "Inte när",
        "example": "Exempel",
        "usual": "Vanligen",
        "retired": "Avförd: inga nya kodningar.",
        "heading": "Samlar koderna under sig; inga egna kodningar.",
        "question": "Fråga",
    },
    "da": {
        "name": "Dansk",
        "version": "Kodebog {id}, version {version}",
        "codes": "Koder",
        "scales": "Skalaer",
        "sources": "Kilder",
        "definition": "Definition",
        "include": "Bruges når",
        "exclude": "Ikke når",
        "example": "Eksempel",
        "usual": "Som regel",
        "retired": "Udgået: ingen nye kodninger.",
        "heading": "Samler koderne under sig; ingen egne kodninger.",
        "question": "Spørgsmål",
    },
    "nb": {
        "name": "Norsk bokmål",
        "version": "Kodebok {id}, versjon {version}",
        "codes": "Koder",
        "scales": "Skalaer",
        "sources": "Kilder",
        "definition": "Definisjon",
        "include": "Brukes når",
        "exclude": "Ikke når",
        "example": "Eksempel",
        "usual": "Vanligvis",
        "retired": "Utgått: ingen nye kodinger.",
        "heading": "Samler kodene under seg; ingen egne kodinger.",
        "question": "Spørsmål",
    },
}


def words_of(language: str) -> dict[str, str]:
    """The words in a language; Bokmål for Nynorsk, English for others, with its own name."""
    if language in WORDS:
        return WORDS[language]
    return WORDS["nb" if language == "nn" else "en"] | {"name": language}
