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
    "to": "till",
    "close": "Stäng",
    "figure": "Figur",
    "passages": "passager",
    "valence-helps": "hjälper",
    "valence-mixed": "blandat",
    "valence-hinders": "hindrar",
    "valence-unset": "utan valens",
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
    "not-enough": "otillräckligt underlag",
    "unrated": "inte bedömt",
}

SENTENCES = {
    "see": "Se {shown}.",
    "chapter-shows": "Kapitlet vilar på {shown}.",
    "table-told": "Tabell med {rows} rader. Kolumner: {columns}.",
    "kept-back": "Visas inte: {passages} av personer som inte har samtyckt till att citeras.",
    "figure-profiles": "Passager om varje villkor, fall för fall",
    "figure-valences": "Passager om varje villkor efter valens",
    "figure-degrees": "Hur parterna i {case} beskriver sitt arbete tillsammans: grader vid pilarna",
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
    "{passages} från andra personer. En roll som färre än tre informanter i ett fall har "
    "anges som informant.",
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
    "pack-title": "Dina ord och hur vi har läst dem: {name}",
    "pack-lead": "Här är passager ur det du berättade, med dina egna ord, och hur vi har läst var "
    "och en. Inget som någon annan har sagt finns med.",
    "pack-conversation": "Samtal {n}",
    "pack-read-as": "Läst som:",
    "pack-helps": "hjälper",
    "pack-hinders": "hindrar",
    "pack-mixed": "både hjälper och hindrar",
    "pack-findings": "Resultat som vilar på dina ord",
    "pack-success-factor": "Framgångsfaktor",
    "pack-pitfall": "Fallgrop",
    "pack-for": "– dina ord talar för det.",
    "pack-against": "– dina ord talar emot det.",
    "pack-both": "– dina ord talar både för och emot det.",
    "pack-left-out": "En del av våra läsningar är utelämnade, eftersom de skulle visa vad andra "
    "har sagt.",
    "pack-none": "Ingen av dina passager har markerats ännu.",
    "pack-answer": "Känner du igen detta?",
    "pack-how": "Säg för varje passage eller resultat om du håller med, skulle uttrycka det "
    "annorlunda eller inte håller med. Du behöver inte ange något skäl.",
    "translated": "översatt av {translator}; original: {original}",
}
