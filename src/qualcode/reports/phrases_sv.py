"""The Swedish words of the reports."""

TAG = "sv-SE"

NOUNS = {
    "case": ("{n} fall", "{n} fall"),
    "document": ("{n} dokument", "{n} dokument"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "coding": ("{n} kodning", "{n} kodningar"),
    "degree": ("{n} gradangivelse", "{n} gradangivelser"),
    "pair": ("{n} par", "{n} par"),
    "code": ("{n} kod", "{n} koder"),
    "word": ("{n} ord", "{n} ord"),
    "turn": ("{n} replik", "{n} repliker"),
}

WORDS = {
    "contents": "Innehåll",
    "reading": "Läsanvisning",
    "conditions": "Villkor",
    "themes": "Teman",
    "degrees": "Grader av samverkan",
    "tables": "Tabeller",
    "annex": "Material och metod",
    "quotes": "Med informanternas ord",
    "report": "Rapport",
    "table": "Tabell",
    "page": "Sida",
    "and": "och",
    "informant": "informant",
    "passages-informants": "passager (informanter)",
    "internal": "intern",
    "client": "för uppdragsgivaren",
    "public": "offentlig",
    "keys": "Visa beläggsnycklar",
    "not-asked": "inte tillfrågat",
    "nothing-said": "inget sagt",
    "denied": "sägs saknas",
}

SENTENCES = {
    "front-state": "Dataversion: {state}",
    "front-date": "Senast ändrat: {date}",
    "front-profile": "Utgåva: {profile}",
    "front-language": "Språk: svenska",
    "reading": "Tabellerna räknar först fall, sedan informanter, sedan passager.",
    "signs": "Inte tillfrågat betyder att intervjuguiderna inte tog upp saken; inget sagt, att "
    "frågan ställdes, eller att det är okänt vad som frågades, och att ingen talar om den; sägs "
    "saknas, att någon säger det och inget annat sägs.",
    "trace": "En nyckel som E-0123456789 leder tillbaka till de ord som ett tal bygger på: "
    "qualcode trace NYCKEL.",
    "internal": "Citaten kommer bara från personer som har samtyckt till att citeras. Utelämnat: "
    "{passages} från andra personer.",
    "client": "Citaten kommer bara från personer som har samtyckt till att citeras. Utelämnat: "
    "{passages} från andra personer. En roll som färre än tre informanter har anges som informant.",
    "public": "Denna utgåva innehåller inga citat.",
    "spoken": "Tas upp i {n_cases} av {cases}, av {n_informants} av {informants}, i {passages}.",
    "unspoken": "Ingen passage tar upp detta.",
    "unquoted": "Inget citat: ingen av dem som talar om detta har samtyckt till att citeras.",
    "valences": "Passagernas valens: hjälper {helps}, hindrar {hinders}, blandad {mixed}, ingen "
    "{unset}.",
    "helped": "Framgångsfaktorer i flest fall: {factors}.",
    "hindered": "Fallgropar i flest fall: {factors}.",
    "not-helped": "Ingen framgångsfaktor är kodad.",
    "not-hindered": "Ingen fallgrop är kodad.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "in-not-asked": "Frågan ställdes inte i {cases}.",
    "in-nothing-said": "Ingen talar om det i {cases}.",
    "in-denied": "Sägs saknas i {cases}.",
    "contrary": "Motsägande: {contrary}.",
    "not-contrary": "Inget motsägande fall.",
    "summary": "Analytikerns sammanfattning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} av {cases} finns en grad för minst ett par organisationer; materialet "
    "har {degrees}.",
    "withheld": "Tabellen {title} återger informanters ord och är utelämnad i denna utgåva.",
    "quotes-left": "Utelämnat: orden i {passages} vars talare inte har samtyckt till att citeras.",
    "material": "Material: {cases}, {documents} med {words}, {informants}, {codings} av "
    "{passages}.",
    "unread": "Återstår att läsa: {turns} från informanter.",
    "codebook": "Kodbok: {title}, version {version}, {codes}.",
    "coders": "Kodare: {coders}.",
    "coder": "{coder} ({codings})",
}
