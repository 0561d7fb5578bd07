"""The 32 items of COREQ in Norwegian, in our own words (Tong, Sainsbury & Craig 2007)."""

DOMAINS = (
    (
        "Forskergruppe og refleksivitet",
        (
            "Hvem som intervjuet",
            "Utdanning og grader",
            "Yrke på tidspunktet",
            "Kjønn",
            "Erfaring og opplæring",
            "Forhold til informantene før studien",
            "Hva informantene visste om intervjueren",
            "Hva som oppgis om intervjueren: interesser, antakelser",
        ),
    ),
    (
        "Studiens opplegg",
        (
            "Metodologisk tilnærming",
            "Utvalg av informanter",
            "Hvordan de ble kontaktet",
            "Antall informanter",
            "Hvem som avslo eller falt fra, og hvorfor",
            "Hvor intervjuene fant sted",
            "Om andre var til stede",
            "Hvem informantene er",
            "Intervjuguide",
            "Gjentatte intervjuer",
            "Opptak",
            "Feltnotater",
            "Intervjuenes lengde",
            "Metning",
            "Utskrifter sendt tilbake til informantene",
        ),
    ),
    (
        "Analyse og funn",
        (
            "Antall kodere",
            "Kodetreet",
            "Hvordan temaene ble til",
            "Programvare",
            "Tilbakemelding fra informantene",
            "Sitater, og hvem som har sagt dem",
            "Samsvar mellom data og funn",
            "Hovedtemaer",
            "Mindre temaer og avvikende caser",
        ),
    ),
)
"""Headings with their items; the items are numbered through from 1 to 32."""
