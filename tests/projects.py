"""Small real projects for tests: a codebook, a few transcripts, a coder."""

from __future__ import annotations

from pathlib import Path

from qualcode.domain.codebook import Code, Codebook, Scale, ScaleValue, StartingTheme
from qualcode.exchange import codebook_json
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project

TALK = """Intervjuare: Hur skulle du beskriva det i dag?
IP1: Vi ses varje måndag, föreningen och vi. Då går vi igenom vilka familjer som behöver något.
Intervjuare: Vem håller ihop det?
IP1: Ingen egentligen. [skratt] Kommunen borde göra det, tycker jag. [/x]
Intervjuare: Och målen?
IP1: Alla säger samma sak. Barnen ska må bra i Alviken 🙂.
"""


def a_scale(name: str, values: list[tuple[str, int | None]], kind: str) -> Scale:
    """A scale with values by id and number."""
    return Scale(
        id=name,
        label={"en": name},
        kind=kind,
        applies_to="segment",
        values=tuple(ScaleValue(one, {"en": one.title()}, number) for one, number in values),
    )


def a_codebook() -> Codebook:
    """Two conditions with sub-codes, a cross-cutting code, `emergent`, and the three scales."""
    return Codebook(
        id="small",
        version="1",
        title={"en": "Small", "sv": "Liten"},
        languages=("en", "sv"),
        codes=(
            Code("agenda", {"en": "Common agenda", "sv": "Gemensam agenda"}, kind="condition"),
            Code("agenda-goals", {"en": "Goals", "sv": "Mål"}, parent="agenda"),
            Code("agenda-vision", {"en": "Vision", "sv": "Vision"}, parent="agenda"),
            Code("backbone", {"en": "Backbone", "sv": "Stödorganisation"}, kind="condition"),
            Code("backbone-person", {"en": "[laughs] person", "sv": "Person"}, parent="backbone"),
            Code("förtroende", {"en": "Trust [/x]", "sv": "Förtroende"}, kind="cross-cutting"),
            Code("emergent", {"en": "Emergent"}, kind="emergent"),
        ),
        scales={
            "degree": a_scale(
                "degree",
                [("apart", 1), ("aware", 2), ("plan", 3), ("work", 4), ("one", 5)],
                "ordinal",
            ),
            "valence": a_scale(
                "valence", [("helps", None), ("hinders", None), ("mixed", None)], "nominal"
            ),
            "standing": a_scale(
                "standing",
                [(one, None) for one in ("actual", "past", "wished", "denied", "second-hand")],
                "nominal",
            ),
        },
        themes=(StartingTheme("t1", {"en": "Direction"}, ("agenda",)),),
    )


def a_project(folder: Path, *, coder: str | None = "ann", documents: int = 1) -> Project:
    """A project in `folder` with transcripts `talk-1`, `talk-2` ... in the case Lyftet."""
    book = folder / "book.json"
    book.write_text(codebook_json.dumps(a_codebook()), encoding="utf-8")
    made = create_project(folder / "p.qualcode", codebook=book, title="P", coder=coder)
    if coder and documents:
        files = []
        for n in range(1, documents + 1):
            file = folder / f"talk-{n}.txt"
            file.write_text(TALK + (f"IP1: Nummer {n}.\n" if n > 1 else ""), encoding="utf-8")
            files.append(file)
        outcomes = made.imports.files(files, ImportOptions(case="Lyftet", language="sv"))
        assert [outcome.status for outcome in outcomes] == ["imported"] * documents
    return made
