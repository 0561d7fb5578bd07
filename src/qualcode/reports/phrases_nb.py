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
    "reading": "Leserveiledning",
    "conditions": "Betingelser",
    "themes": "Temaer",
    "degrees": "Grader av samarbeid",
    "tables": "Tabeller",
    "annex": "Materiale og metode",
    "quotes": "Med informantenes ord",
    "report": "Rapport",
    "table": "Tabell",
    "page": "Side",
    "and": "og",
    "informant": "informant",
    "passages-informants": "passasjer (informanter)",
    "internal": "intern",
    "client": "til oppdragsgiveren",
    "public": "offentlig",
    "keys": "Vis beleggsnøkler",
    "not-asked": "ikke spurt",
    "nothing-said": "ingenting sagt",
    "denied": "sies å mangle",
}

SENTENCES = {
    "front-state": "Dataversjon: {state}",
    "front-date": "Sist endret: {date}",
    "front-profile": "Utgave: {profile}",
    "front-language": "Språk: bokmål",
    "reading": "Tabellene teller først caser, så informanter, så passasjer.",
    "signs": "Ikke spurt betyr at intervjuguidene ikke dekket temaet; ingenting sagt, at det ble "
    "spurt, eller at det er ukjent hva det ble spurt om, og at ingen snakker om det; sies å "
    "mangle, at noen sier det og ingenting annet blir sagt.",
    "trace": "En nøkkel som E-0123456789 fører tilbake til de ordene et tall bygger på: qualcode "
    "trace NØKKEL.",
    "internal": "Sitatene er bare fra personer som har samtykket til å bli sitert. Utelatt: "
    "{passages} fra andre personer.",
    "client": "Sitatene er bare fra personer som har samtykket til å bli sitert. Utelatt: "
    "{passages} fra andre personer. En rolle som færre enn tre informanter har, oppgis som "
    "informant.",
    "public": "Denne utgaven inneholder ingen sitater.",
    "spoken": "Tas opp i {n_cases} av {cases}, av {n_informants} av {informants}, i {passages}.",
    "unspoken": "Ingen passasje tar opp dette.",
    "unquoted": "Ingen sitater: ingen av dem som snakker om dette, har samtykket til å bli sitert.",
    "valences": "Passasjenes valens: hjelper {helps}, hindrer {hinders}, blandet {mixed}, ingen "
    "{unset}.",
    "helped": "Suksessfaktorer i flest caser: {factors}.",
    "hindered": "Fallgruver i flest caser: {factors}.",
    "not-helped": "Ingen suksessfaktor er kodet.",
    "not-hindered": "Ingen fallgruve er kodet.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "in-not-asked": "Det ble ikke spurt om det i {cases}.",
    "in-nothing-said": "Ingen snakker om det i {cases}.",
    "in-denied": "Sies å mangle i {cases}.",
    "contrary": "Avvikende: {contrary}.",
    "not-contrary": "Ingen avvikende case.",
    "summary": "Analytikerens sammenfatning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} av {cases} finnes det en grad for minst ett par organisasjoner; "
    "materialet har {degrees}.",
    "withheld": "Tabellen {title} gjengir informanters ord og er utelatt i denne utgaven.",
    "quotes-left": "Utelatt: ordene i {passages} der den som snakker ikke har samtykket til å bli "
    "sitert.",
    "material": "Materiale: {cases}, {documents} med {words}, {informants}, {codings} av "
    "{passages}.",
    "unread": "Gjenstår å lese: {turns} fra informanter.",
    "codebook": "Kodebok: {title}, versjon {version}, {codes}.",
    "coders": "Kodere: {coders}.",
    "coder": "{coder} ({codings})",
}
