"""The English words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} document", "{n} documents"),
    "informant": ("{n} informant", "{n} informants"),
    "passage": ("{n} passage", "{n} passages"),
    "degree": ("{n} statement of a degree", "{n} statements of a degree"),
    "coder": ("{n} coder", "{n} coders"),
}

TITLES = {
    "conditions": "Conditions in each case",
    "success-factors": "Success factors by condition",
    "pitfalls": "Pitfalls by condition",
    "themes": "Themes across cases",
    "degree-distribution": "Degrees of collaboration in each case",
    "frequency": "How often each code is used",
    "co-occurrence": "Codes that meet in the same words",
    "quotes": "Coded passages",
}

COLUMNS = {
    "case": "Case",
    "cases": "Cases",
    "informants": "Informants",
    "passages": "Passages",
    "documents": "Documents",
    "organisations": "Organisations",
    "code": "Code",
    "condition": "Condition",
    "success-factor": "Success factor",
    "pitfall": "Pitfall",
    "theme": "Theme",
    "case_names": "Which cases",
    "contrary": "Contrary cases",
    "quote": "Quote",
    "typical": "Typical quote",
    "summary": "Summary by the analyst",
    "without_pair": "Without a pair",
    "median": "Median",
    "range": "Range",
    "document": "Document",
    "participant": "Participant",
    "role": "Role",
    "valence": "Valence",
    "standing": "Standing",
    "degree": "Degree",
    "start": "From character",
    "end": "To character",
    "coder": "Coder",
    "consent": "May be quoted",
    "coding": "Coding",
    "of-informants": "{label}: informants",
}

VALUES = {
    "helps": "helps",
    "hinders": "hinders",
    "mixed": "mixed",
    "unset": "No valence",
    "actual": "actual",
    "past": "past",
    "wished": "wished",
    "denied": "denied",
    "second-hand": "second-hand",
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
    "no-case": "(no case)",
}

NOTES = {
    "source": "Source: {cases}, {documents}, {informants}, {passages}; state {state}{date}.",
    "date": "; last change {date}",
    "signs": "Empty cells: / not asked, – nothing said, 0 said to be absent.",
    "rolled": "A code includes the codes below it; a passage counts once for each of them.",
    "coders": "The codings of {coders} are counted side by side: words that two of them marked are "
    "two passages.",
    "only-coder": "Only the codings of {coder} are counted.",
    "only-cases": "Only these cases are counted: {cases}.",
    "only-codes": "Only these codes and those below them are counted: {codes}.",
    "unknown-person": "A document without a participant counts as one unknown informant.",
    "loose": "In the row (no case): {passages} without a case.",
    "totals": "In all: {totals}.",
    "total": "{label} {cases}, {informants}, {passages}",
    "denied-apart": "Not counted as passages: {passages} saying that something is absent "
    "(standing denied).",
    "wished-in": "Counted among the passages: {passages} about what is wished for.",
    "guide-unknown": "In {cases} nothing tells what was asked in some interview; empty cells there "
    "stand as nothing said.",
    "no-documents": "{cases} without documents: empty cells there stand as nothing said.",
    "mixed-both": "Counted both as success factors and as pitfalls: {passages} of mixed valence.",
    "left-out": "Left out: {passages} with standing wished or denied.",
    "on-condition": "In no row: {passages} coded on a condition itself.",
    "several": "A passage can count under several factors.",
    "contrary-success": "Contrary cases: those where the same factor is also said to hinder.",
    "contrary-pitfall": "Contrary cases: those where the same factor is also said to help.",
    "typical": "Typical quote: of the passages of at least 40 characters said by people who agreed "
    "to be quoted, the one whose length is nearest the median.",
    "theme": "A theme counts each of its passages once, whichever code, label or degree brings it. "
    "Columns of cases count passages.",
    "contrary-theme": "Contrary cases: those on the rarer side, where the theme is said to hinder "
    "while more cases say that it helps, or the other way round.",
    "pairs": "Numbers of pairs: each pair of organisations (from, to) counts once for each "
    "activity, period and degree.",
    "without-pair": "Without a pair: statements of a degree that lack one or both organisations; "
    "they are in no other column.",
    "median": "Median and range are over the counted pairs; a median between two degrees ends "
    "in a half.",
    "degrees-left-out": "Left out: {degrees} with standing wished or denied.",
    "degrees-second-hand": "Counted in: {degrees} told at second hand.",
    "all-standings": "All passages are counted whatever their standing, {denied} said to be absent "
    "and {wished} about what is wished for among them.",
    "valence-sum": "Columns of valence can add up to more than the passages: a passage can carry "
    "several codes.",
    "pairs-of-passages": "Cells count pairs of passages, one of each code, that share at least one "
    "character in the same document; a passage that carries both codes is one pair. On the "
    "diagonal: the passages of the code.",
    "own-codes": "Each code stands for itself here, without those below it; unused codes are left "
    "out. All standings are counted.",
    "working": "A working table: it shows the words of people who have not agreed to be quoted. "
    "See the column May be quoted before passing any on.",
}
