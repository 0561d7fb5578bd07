"""The English words of the reports."""

TAG = "en-GB"

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} document", "{n} documents"),
    "informant": ("{n} informant", "{n} informants"),
    "passage": ("{n} passage", "{n} passages"),
    "coding": ("{n} coding", "{n} codings"),
    "degree": ("{n} statement of a degree", "{n} statements of a degree"),
    "pair": ("{n} pair", "{n} pairs"),
    "code": ("{n} code", "{n} codes"),
    "word": ("{n} word", "{n} words"),
    "turn": ("{n} turn", "{n} turns"),
}

WORDS = {
    "contents": "Contents",
    "reading": "How to read this report",
    "conditions": "Conditions",
    "themes": "Themes",
    "degrees": "Degrees of collaboration",
    "tables": "Tables",
    "annex": "Material and method",
    "quotes": "In the informants' words",
    "report": "Report",
    "table": "Table",
    "page": "Page",
    "and": "and",
    "informant": "informant",
    "passages-informants": "passages (informants)",
    "internal": "internal",
    "client": "for the client",
    "public": "public",
    "keys": "Show evidence keys",
    "not-asked": "not asked",
    "nothing-said": "nothing said",
    "denied": "said to be absent",
}

SENTENCES = {
    "front-state": "State of the project: {state}",
    "front-date": "Last change: {date}",
    "front-profile": "Version: {profile}",
    "front-language": "Language: English",
    "reading": "Tables count cases first, then informants, then passages.",
    "signs": "Not asked means that the interview guides did not cover it; nothing said, that it "
    "was asked, or that it is unknown what was asked, and nobody speaks of it; said to be absent, "
    "that somebody says so and nothing else is said.",
    "trace": "A key such as E-0123456789 leads back to the words behind a number: qualcode trace "
    "KEY.",
    "internal": "Quotes are only from people who have agreed to be quoted. Left out: {passages} "
    "of other people.",
    "client": "Quotes are only from people who have agreed to be quoted. Left out: {passages} of "
    "other people. A role that fewer than three informants hold is given as informant.",
    "public": "This version holds no quotes.",
    "spoken": "Spoken of in {n_cases} of {cases}, by {n_informants} of {informants}, in "
    "{passages}.",
    "unspoken": "No passage speaks of this.",
    "unquoted": "No quote: nobody who speaks of this has agreed to be quoted.",
    "valences": "Passages by valence: helps {helps}, hinders {hinders}, mixed {mixed}, none "
    "{unset}.",
    "helped": "Success factors in most cases: {factors}.",
    "hindered": "Pitfalls in most cases: {factors}.",
    "not-helped": "No success factor is counted.",
    "not-hindered": "No pitfall is counted.",
    "factor": "{label} ({cases}, {informants}, {passages})",
    "in-not-asked": "Not asked about in {cases}.",
    "in-nothing-said": "Nobody speaks of it in {cases}.",
    "in-denied": "Said to be absent in {cases}.",
    "contrary": "Contrary: {contrary}.",
    "not-contrary": "No contrary case.",
    "summary": "Summary by the analyst:",
    "in-case": "{case}:",
    "degrees": "In {n_cases} of {cases} at least one pair of organisations has a degree; the "
    "material holds {degrees}.",
    "withheld": "The table {title} shows words of informants and is left out of this version.",
    "quotes-left": "Left out: the words of {passages} whose speaker has not agreed to be quoted.",
    "material": "Material: {cases}, {documents} with {words}, {informants}, {codings} on "
    "{passages}.",
    "unread": "Not read yet: {turns} of informants.",
    "codebook": "Codebook: {title}, version {version}, {codes}.",
    "coders": "Coders: {coders}.",
    "coder": "{coder} ({codings})",
}
