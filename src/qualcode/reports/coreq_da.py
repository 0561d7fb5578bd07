"""The 32 items of COREQ in Danish, in our own words (Tong, Sainsbury & Craig 2007)."""

DOMAINS = (
    (
        "Forskergruppe og refleksivitet",
        (
            "Hvem der interviewede",
            "Uddannelse og grader",
            "Erhverv på tidspunktet",
            "Køn",
            "Erfaring og træning",
            "Forhold til informanterne før undersøgelsen",
            "Hvad informanterne vidste om intervieweren",
            "Hvad der oplyses om intervieweren: interesser, antagelser",
        ),
    ),
    (
        "Undersøgelsens design",
        (
            "Metodologisk tilgang",
            "Udvælgelse af informanter",
            "Hvordan de blev kontaktet",
            "Antal informanter",
            "Hvem der sagde nej eller faldt fra, og hvorfor",
            "Hvor interviewene fandt sted",
            "Om andre var til stede",
            "Hvem informanterne er",
            "Interviewguide",
            "Gentagne interview",
            "Optagelse",
            "Feltnoter",
            "Interviewenes længde",
            "Mætning",
            "Udskrifter sendt tilbage til informanterne",
        ),
    ),
    (
        "Analyse og resultater",
        (
            "Antal kodere",
            "Kodetræet",
            "Hvordan temaerne blev til",
            "Software",
            "Informanternes tilbagemelding",
            "Citater, og hvem der har sagt dem",
            "Overensstemmelse mellem data og resultater",
            "Hovedtemaer",
            "Mindre temaer og afvigende cases",
        ),
    ),
)
"""Headings with their items; the items are numbered through from 1 to 32."""
