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
    "to": "til",
    "close": "Luk",
    "figure": "Figur",
    "passages": "passager",
    "valence-helps": "hjælper",
    "valence-mixed": "blandet",
    "valence-hinders": "hindrer",
    "valence-unset": "uden valens",
    "contents": "Indhold",
    "reading": "Læsevejledning",
    "conditions": "Betingelser",
    "themes": "Temaer",
    "degrees": "Grader af samarbejde",
    "tables": "Tabeller",
    "annex": "Materiale og metode",
    "quotes": "Med informanternes ord",
    "report": "Rapport",
    "table": "Tabel",
    "page": "Side",
    "and": "og",
    "informant": "informant",
    "passages-informants": "passager (informanter)",
    "internal": "intern",
    "client": "til opdragsgiveren",
    "public": "offentlig",
    "keys": "Vis belægsnøgler",
    "not-asked": "ikke spurgt",
    "nothing-said": "intet sagt",
    "denied": "siges at mangle",
    "not-enough": "utilstrækkeligt grundlag",
    "unrated": "ikke vurderet",
}

SENTENCES = {
    "see": "Se {shown}.",
    "chapter-shows": "Kapitlet bygger på {shown}.",
    "table-told": "Tabel med {rows} rækker. Kolonner: {columns}.",
    "kept-back": "Vises ikke: {passages} fra personer, der ikke har sagt ja til at blive citeret.",
    "figure-profiles": "Passager om hver betingelse, case for case",
    "figure-valences": "Passager om hver betingelse efter valens",
    "figure-degrees": "Hvad parterne siger om deres samarbejde i {case}: grader langs pilene",
    "front-state": "Dataversion: {state}",
    "front-date": "Senest ændret: {date}",
    "front-profile": "Udgave: {profile}",
    "front-language": "Sprog: dansk",
    "reading": "Tabellerne tæller først cases, så informanter, så passager.",
    "signs": "Ikke spurgt betyder, at interviewguiderne ikke dækkede emnet; intet sagt, at der "
    "blev spurgt, eller at det er ukendt, hvad der blev spurgt om, og at ingen taler om det; "
    "siges at mangle, at nogen siger det, og at intet andet bliver sagt.",
    "trace": "En nøgle som E-0123456789 fører tilbage til de ord, som et tal bygger på: qualcode "
    "trace NØGLE.",
    "internal": "Citaterne er kun fra personer, der har givet samtykke til at blive citeret. "
    "Udeladt: {passages} fra andre personer.",
    "client": "Citaterne er kun fra personer, der har givet samtykke til at blive citeret. "
    "Udeladt: {passages} fra andre personer. En rolle, som færre end tre informanter i en "
    "case har, angives som informant.",
    "public": "Denne udgave indeholder ingen citater.",
    "spoken": "Omtales i {n_cases} af {cases}, af {n_informants} af {informants}, i {passages}.",
    "unspoken": "Ingen passage omtaler dette.",
    "unquoted": "Intet citat: ingen af dem, der taler om dette, har givet samtykke til at blive "
    "citeret.",
    "valences": "Passagernes valens: hjælper {helps}, hindrer {hinders}, blandet {mixed}, ingen "
    "{unset}.",
    "helped": "Succesfaktorer i flest cases: {factors}.",
    "hindered": "Faldgruber i flest cases: {factors}.",
    "not-helped": "Ingen succesfaktor er kodet.",
    "not-hindered": "Ingen faldgrube er kodet.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "in-not-asked": "Der blev ikke spurgt om det i {cases}.",
    "in-nothing-said": "Ingen taler om det i {cases}.",
    "in-denied": "Siges at mangle i {cases}.",
    "contrary": "Afvigende: {contrary}.",
    "not-contrary": "Ingen afvigende case.",
    "summary": "Analytikerens sammenfatning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} af {cases} er der en grad for mindst ét par organisationer; "
    "materialet har {degrees}.",
    "withheld": "Tabellen {title} gengiver informanters ord og er udeladt i denne udgave.",
    "quotes-left": "Udeladt: ordene i {passages}, hvis taler ikke har givet samtykke til at blive "
    "citeret.",
    "material": "Materiale: {cases}, {documents} med {words}, {informants}, {codings} af "
    "{passages}.",
    "unread": "Mangler at blive læst: {turns} fra informanter.",
    "codebook": "Kodebog: {title}, version {version}, {codes}.",
    "coders": "Kodere: {coders}.",
    "coder": "{coder} ({codings})",
    "pack-title": "Dine ord og vores læsning af dem: {name}",
    "pack-lead": "Her er passager fra det, du fortalte, med dine egne ord, og hvordan vi har læst "
    "hver af dem. Intet, som andre har sagt, er med.",
    "pack-conversation": "Samtale {n}",
    "pack-read-as": "Læst som:",
    "pack-helps": "hjælper",
    "pack-hinders": "hindrer",
    "pack-mixed": "både hjælper og hindrer",
    "pack-findings": "Fund, der hviler på dine ord",
    "pack-success-factor": "Succesfaktor",
    "pack-pitfall": "Faldgrube",
    "pack-for": "– dine ord taler for det.",
    "pack-against": "– dine ord taler imod det.",
    "pack-both": "– dine ord taler både for og imod det.",
    "pack-left-out": "Nogle af vores læsninger er udeladt, fordi de ville vise, hvad andre har "
    "sagt.",
    "pack-none": "Ingen af dine passager er markeret endnu.",
    "pack-answer": "Kan du genkende det?",
    "pack-how": "Sig for hver passage eller hvert fund, om du er enig, ville sige det anderledes "
    "eller er uenig. Du behøver ikke give en begrundelse.",
    "translated": "oversat af {translator}; original: {original}",
}
