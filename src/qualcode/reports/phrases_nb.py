"""The Norwegian (bokmål) words of the reports."""

TAG = "nb-NO"

NOUNS = {
    "case": ("{n} case", "{n} caser"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passasje", "{n} passasjer"),
    "coding": ("{n} koding", "{n} kodinger"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "pair": ("{n} par", "{n} par"),
    "code": ("{n} kode", "{n} koder"),
    "word": ("{n} ord", "{n} ord"),
    "turn": ("{n} replikk", "{n} replikker"),
}

WORDS = {
    "contents": "Innhold",
    "reading": "Slik leses rapporten",
    "conditions": "Betingelser",
    "themes": "Temaer",
    "degrees": "Grader av samarbeid",
    "tables": "Tabeller",
    "annex": "Materiale og metode",
    "quotes": "Med informantenes ord",
    "report": "Rapport",
    "table": "Tabell",
    "page": "Side",
    "informant": "informant",
    "internal": "intern",
    "client": "til oppdragsgiveren",
    "public": "offentlig",
    "key": "belegg",
    "not-asked": "ikke spurt",
    "nothing-said": "ingenting sagt",
    "denied": "sies å mangle",
}

SENTENCES = {
    "front-state": "Prosjektets tilstand: {state}",
    "front-date": "Sist endret: {date}",
    "front-profile": "Versjon: {profile}",
    "front-language": "Språk: bokmål",
    "reading": "Tabellene teller først caser, så informanter, så passasjer. En passasje telles én "
    "gang for en kode, uansett hvor mange koder under den som er brukt.",
    "signs": "En tom celle har ett av tre tegn. / betyr ikke spurt: intervjuguidene dekket det "
    "ikke. – betyr ingenting sagt: det ble spurt, eller det er ukjent hva det ble spurt om, og "
    "ingen snakker om det. 0 betyr at det sies å mangle.",
    "trace": "En nøkkel som E-0123456789 fører tilbake til ordene bak et tall: qualcode trace "
    "NØKKEL.",
    "internal": "Sitatene er bare fra personer som har samtykket til å bli sitert. Utelatt: "
    "{passages} av andre personer.",
    "client": "Sitatene er bare fra personer som har samtykket til å bli sitert. Utelatt: "
    "{passages} av andre personer. En rolle som færre enn tre informanter har, oppgis som "
    "informant.",
    "public": "Denne versjonen inneholder ingen sitater.",
    "spoken": "Omtalt i {n_cases} av {cases}, av {n_informants} av {informants}, i {passages}.",
    "unspoken": "Ingen passasje snakker om dette.",
    "valences": "Passasjer etter valens: hjelper {helps}, hindrer {hinders}, blandet {mixed}, uten "
    "{unset}.",
    "helped": "Suksessfaktorer i flest caser: {factors}.",
    "hindered": "Fallgruver i flest caser: {factors}.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "empty": "{kind} i: {cases}.",
    "theme-counts": "{cases}, {informants}, {passages}; motsatte: {contrary}.",
    "summary": "Analytikerens sammenfatning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} av {cases} har minst ett par av organisasjoner en grad. Av {degrees} i "
    "alt mangler {alone} en eller begge organisasjonene, og {left} har status ønsket eller "
    "benektet; de inngår ikke i antallet par.",
    "withheld": "Tabellen {title} viser informanters ord og er utelatt i denne versjonen.",
    "quotes-left": "Utelatt: ordene i {passages} der den som snakker ikke har samtykket til å bli "
    "sitert.",
    "material": "Materiale: {cases}, {documents} med {words}, {informants}, {codings} på "
    "{passages}.",
    "unread": "Ennå ikke lest: {turns} av informanter.",
    "codebook": "Kodebok: {title}, versjon {version}, {codes}.",
    "coders": "Kodere: {coders}.",
    "coder": "{coder} ({codings})",
}
