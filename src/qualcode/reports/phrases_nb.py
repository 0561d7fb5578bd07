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
    "to": "til",
    "close": "Lukk",
    "figure": "Figur",
    "passages": "passasjer",
    "valence-helps": "hjelper",
    "valence-mixed": "blandet",
    "valence-hinders": "hindrer",
    "valence-unset": "uten valens",
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
    "not-enough": "for svakt grunnlag",
    "unrated": "ikke vurdert",
}

SENTENCES = {
    "see": "Se {shown}.",
    "chapter-shows": "Kapittelet bygger på {shown}.",
    "table-told": "Tabell med {rows} rader. Kolonner: {columns}.",
    "kept-back": "Vises ikke: {passages} fra personer som ikke har samtykket til å bli sitert.",
    "figure-profiles": "Passasjer om hver betingelse, case for case",
    "figure-valences": "Passasjer om hver betingelse etter valens",
    "figure-degrees": "Hva partene sier om arbeidet sammen i {case}: grader langs pilene",
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
    "{passages} fra andre personer. En rolle som færre enn tre informanter i en case har, "
    "oppgis som informant.",
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
    "pack-title": "Dine ord og hvordan vi har lest dem: {name}",
    "pack-lead": "Her er passasjer fra det du fortalte, med dine egne ord, og hvordan vi har lest "
    "hver av dem. Ingenting som andre har sagt, er med.",
    "pack-conversation": "Samtale {n}",
    "pack-read-as": "Lest som:",
    "pack-helps": "hjelper",
    "pack-hinders": "hindrer",
    "pack-mixed": "både hjelper og hindrer",
    "pack-findings": "Funn som hviler på dine ord",
    "pack-success-factor": "Suksessfaktor",
    "pack-pitfall": "Fallgruve",
    "pack-for": "– dine ord taler for det.",
    "pack-against": "– dine ord taler mot det.",
    "pack-both": "– dine ord taler både for og mot det.",
    "pack-left-out": "Noen av lesningene våre er utelatt, fordi de ville vise hva andre har sagt.",
    "pack-none": "Ingen av passasjene dine er markert ennå.",
    "pack-answer": "Kjenner du deg igjen?",
    "pack-how": "Si for hver passasje eller hvert funn om du er enig, ville sagt det annerledes "
    "eller er uenig. Du trenger ikke gi noen grunn.",
    "translated": "oversatt av {translator}; original: {original}",
}
