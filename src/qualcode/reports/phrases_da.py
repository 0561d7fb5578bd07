"""The Danish words of the reports."""

TAG = "da-DK"

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "coding": ("{n} kodning", "{n} kodninger"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "pair": ("{n} par", "{n} par"),
    "code": ("{n} kode", "{n} koder"),
    "word": ("{n} ord", "{n} ord"),
    "turn": ("{n} replik", "{n} replikker"),
}

WORDS = {
    "contents": "Indhold",
    "reading": "Sådan læses rapporten",
    "conditions": "Betingelser",
    "themes": "Temaer",
    "degrees": "Grader af samarbejde",
    "tables": "Tabeller",
    "annex": "Materiale og metode",
    "quotes": "Med informanternes ord",
    "report": "Rapport",
    "table": "Tabel",
    "page": "Side",
    "informant": "informant",
    "internal": "intern",
    "client": "til opdragsgiveren",
    "public": "offentlig",
    "key": "belæg",
    "not-asked": "ikke spurgt",
    "nothing-said": "intet sagt",
    "denied": "siges at mangle",
}

SENTENCES = {
    "front-state": "Projektets tilstand: {state}",
    "front-date": "Senest ændret: {date}",
    "front-profile": "Version: {profile}",
    "front-language": "Sprog: dansk",
    "reading": "Tabellerne tæller først cases, så informanter, så passager. En passage tæller én "
    "gang for en kode, uanset hvor mange koder under den der er brugt.",
    "signs": "En tom celle har et af tre tegn. / betyder ikke spurgt: interviewguiderne dækkede "
    "det "
    "ikke. – betyder intet sagt: der blev spurgt, eller det er ukendt, hvad der blev spurgt om, "
    "og ingen taler om det. 0 betyder, at det siges at mangle.",
    "trace": "En nøgle som E-0123456789 fører tilbage til ordene bag et tal: qualcode trace NØGLE.",
    "internal": "Citaterne er kun fra personer, der har givet samtykke til at blive citeret. "
    "Udeladt: {passages} af andre personer.",
    "client": "Citaterne er kun fra personer, der har givet samtykke til at blive citeret. "
    "Udeladt: "
    "{passages} af andre personer. En rolle, som færre end tre informanter har, angives som "
    "informant.",
    "public": "Denne version indeholder ingen citater.",
    "spoken": "Omtalt i {n_cases} af {cases}, af {n_informants} af {informants}, i {passages}.",
    "unspoken": "Ingen passage taler om dette.",
    "valences": "Passager efter valens: hjælper {helps}, hindrer {hinders}, blandet {mixed}, uden "
    "{unset}.",
    "helped": "Succesfaktorer i flest cases: {factors}.",
    "hindered": "Faldgruber i flest cases: {factors}.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "empty": "{kind} i: {cases}.",
    "theme-counts": "{cases}, {informants}, {passages}; modsatte: {contrary}.",
    "summary": "Analytikerens sammenfatning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} af {cases} har mindst ét par af organisationer en grad. Af {degrees} i "
    "alt mangler {alone} en eller begge organisationer, og {left} har status ønsket eller "
    "benægtet; de indgår ikke i antallet af par.",
    "withheld": "Tabellen {title} viser informanters ord og er udeladt i denne version.",
    "quotes-left": "Udeladt: ordene i {passages}, hvis taler ikke har givet samtykke til at blive "
    "citeret.",
    "material": "Materiale: {cases}, {documents} med {words}, {informants}, {codings} på "
    "{passages}.",
    "unread": "Endnu ikke læst: {turns} af informanter.",
    "codebook": "Kodebog: {title}, version {version}, {codes}.",
    "coders": "Kodere: {coders}.",
    "coder": "{coder} ({codings})",
}
