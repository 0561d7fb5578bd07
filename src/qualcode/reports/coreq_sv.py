"""The 32 items of COREQ in Swedish, in our own words (Tong, Sainsbury & Craig 2007)."""

DOMAINS = (
    (
        "Forskargrupp och reflexivitet",
        (
            "Vem som intervjuade",
            "Utbildning och examina",
            "Yrke vid tiden för studien",
            "Kön",
            "Erfarenhet och träning",
            "Relation till informanterna före studien",
            "Vad informanterna visste om intervjuaren",
            "Vad som redovisas om intervjuaren: intressen, antaganden",
        ),
    ),
    (
        "Studiens upplägg",
        (
            "Metodologisk inriktning",
            "Urval av informanter",
            "Hur de kontaktades",
            "Antal informanter",
            "Vilka som avböjde eller hoppade av, och varför",
            "Plats för intervjuerna",
            "Om andra var närvarande",
            "Vilka informanterna är",
            "Intervjuguide",
            "Upprepade intervjuer",
            "Inspelning",
            "Fältanteckningar",
            "Intervjuernas längd",
            "Mättnad",
            "Utskrifter återlämnade till informanterna",
        ),
    ),
    (
        "Analys och resultat",
        (
            "Antal kodare",
            "Kodträdet",
            "Hur teman kom till",
            "Programvara",
            "Informanternas återkoppling",
            "Citat, och vem som sagt dem",
            "Överensstämmelse mellan data och resultat",
            "Huvudteman",
            "Mindre teman och avvikande fall",
        ),
    ),
)
"""Headings with their items; the items are numbered through from 1 to 32."""
