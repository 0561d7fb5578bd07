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
    "to": "to",
    "close": "Close",
    "figure": "Figure",
    "passages": "passages",
    "valence-helps": "helps",
    "valence-mixed": "mixed",
    "valence-hinders": "hinders",
    "valence-unset": "no valence",
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
    "not-enough": "not enough evidence",
    "unrated": "not rated",
}

SENTENCES = {
    "see": "See {shown}.",
    "chapter-shows": "This chapter rests on {shown}.",
    "table-told": "Table of {rows} rows. Columns: {columns}.",
    "kept-back": "Not shown: {passages} of people who have not agreed to be quoted.",
    "figure-profiles": "Passages on each condition, case by case",
    "figure-valences": "Passages on each condition by valence",
    "figure-degrees": "What partners in {case} say of their work together: degrees on the arrows",
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
    "client": "Quotes are only from people who have agreed to be quoted. Left out: {passages} "
    "of other people. A role that fewer than three informants of a case hold is given as "
    "informant.",
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
    "pack-title": "Your words and our readings: {name}",
    "pack-lead": "Below are passages from what you told us, in your own words, and how we have "
    "read each of them. Nothing that anybody else said is in here.",
    "pack-conversation": "Conversation {n}",
    "pack-read-as": "Read as:",
    "pack-helps": "helps",
    "pack-hinders": "hinders",
    "pack-mixed": "both helps and hinders",
    "pack-findings": "Findings that rest on your words",
    "pack-success-factor": "Success factor",
    "pack-pitfall": "Pitfall",
    "pack-for": "– your words speak for it.",
    "pack-against": "– your words speak against it.",
    "pack-both": "– your words speak both for and against it.",
    "pack-left-out": "Some of our readings are left out, since they would show what others have "
    "said.",
    "pack-none": "No passage of yours has been marked so far.",
    "pack-answer": "Do you recognise this?",
    "pack-how": "Tell us for each passage or finding whether you agree, would put it differently, "
    "or disagree. You need not give a reason.",
    "translated": "translated by {translator}; original: {original}",
}
