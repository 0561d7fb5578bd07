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
    "reading": "Så läses rapporten",
    "conditions": "Villkor",
    "themes": "Teman",
    "degrees": "Grader av samverkan",
    "tables": "Tabeller",
    "annex": "Material och metod",
    "quotes": "Med informanternas ord",
    "report": "Rapport",
    "table": "Tabell",
    "page": "Sida",
    "informant": "informant",
    "internal": "intern",
    "client": "för uppdragsgivaren",
    "public": "offentlig",
    "key": "belägg",
    "not-asked": "inte tillfrågat",
    "nothing-said": "inget sagt",
    "denied": "sägs saknas",
}

SENTENCES = {
    "front-state": "Projektets tillstånd: {state}",
    "front-date": "Senast ändrat: {date}",
    "front-profile": "Version: {profile}",
    "front-language": "Språk: svenska",
    "reading": "Tabellerna räknar först fall, sedan informanter, sedan passager. En passage räknas "
    "en gång för en kod, hur många koder under den som än har använts.",
    "signs": "En tom cell har ett av tre tecken. / betyder inte tillfrågat: intervjuguiderna tog "
    "inte upp det. – betyder inget sagt: det frågades, eller det är okänt vad som frågades, och "
    "ingen talar om det. 0 betyder att det sägs saknas.",
    "trace": "En nyckel som E-0123456789 leder tillbaka till orden bakom ett tal: qualcode trace "
    "NYCKEL.",
    "internal": "Citaten kommer bara från personer som har samtyckt till att citeras. Utelämnat: "
    "{passages} av andra personer.",
    "client": "Citaten kommer bara från personer som har samtyckt till att citeras. Utelämnat: "
    "{passages} av andra personer. En roll som färre än tre informanter har anges som informant.",
    "public": "Denna version innehåller inga citat.",
    "spoken": "Omtalat i {n_cases} av {cases}, av {n_informants} av {informants}, i {passages}.",
    "unspoken": "Ingen passage talar om detta.",
    "valences": "Passager efter valens: hjälper {helps}, hindrar {hinders}, blandat {mixed}, utan "
    "{unset}.",
    "helped": "Framgångsfaktorer i flest fall: {factors}.",
    "hindered": "Fallgropar i flest fall: {factors}.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "empty": "{kind} i: {cases}.",
    "theme-counts": "{cases}, {informants}, {passages}; motsägande: {contrary}.",
    "summary": "Analytikerns sammanfattning:",
    "in-case": "{case}:",
    "degrees": "I {n_cases} av {cases} har minst ett par av organisationer en grad. Av {degrees} "
    "sammanlagt saknar {alone} en eller båda organisationerna och {left} har status önskat eller "
    "förnekat; de ingår inte i antalet par.",
    "withheld": "Tabellen {title} visar informanters ord och är utelämnad i denna version.",
    "quotes-left": "Utelämnat: orden i {passages} vars talare inte har samtyckt till att citeras.",
    "material": "Material: {cases}, {documents} med {words}, {informants}, {codings} på "
    "{passages}.",
    "unread": "Ännu inte lästa: {turns} av informanter.",
    "codebook": "Kodbok: {title}, version {version}, {codes}.",
    "coders": "Kodare: {coders}.",
    "coder": "{coder} ({codings})",
}
