"""The English words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} document", "{n} documents"),
    "informant": ("{n} informant", "{n} informants"),
    "passage": ("{n} passage", "{n} passages"),
    "degree": ("{n} statement of a degree", "{n} statements of a degree"),
    "coder": ("{n} coder", "{n} coders"),
    "organisation": ("{n} organisation", "{n} organisations"),
    "cell": ("{n} cell", "{n} cells"),
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
    "findings": "Findings across cases",
    "propositions": "Propositions across cases",
    "outcomes": "Conditions and outcomes",
    "ratings": "To which degree the conditions are in place",
    "framework": "Framework matrix",
    "degrees": "Degrees of collaboration between partners",
    "development": "Development over time",
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
    "supporting": "Supporting cases",
    "mixed": "Mixed cases",
    "silent": "Silent cases",
    "kind": "Kind",
    "finding": "Finding",
    "chosen": "Chosen quotes",
    "met": "How it was met",
    "status": "State",
    "proposition": "Proposition",
    "strongest_for": "Strongest evidence for",
    "strongest_against": "Strongest evidence against",
    "rival": "Rival explanation",
    "verdict": "Verdict",
    "median-degree": "Median degree",
    "outcome-early": "Early changes",
    "outcome-systems": "Systems changes",
    "outcome-population": "Population changes",
    "from": "From",
    "measure": "Measure",
    "events": "Events",
    "groups": "Groups of documents",
}

VALUES = {
    "informant": "informant",
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
    "draft": "draft",
    "final": "final",
    "holds": "holds",
    "holds-with-limits": "holds with limits",
    "not-held": "does not hold",
    "before": "before",
    "now": "now",
    "later": "later",
    "success-factor": "Success factors",
    "pitfall": "Pitfalls",
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
    "only-query": "Only what fits this query is counted: {query}",
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
    "translated": "translated by {translator}; original: {original}",
    "stances": "Supporting: passages of the case bear it out; contrary: they speak against it, or "
    "say that it is absent; mixed: both; silent: nothing is said of it.",
    "stances-sum": "Supporting, contrary, mixed and silent cases add up to all cases.",
    "several-findings": "A passage can count under several findings; one of mixed valence counts "
    "on both sides. Informants, organisations and passages are those behind what supports a "
    "finding.",
    "never-silent": "A case with a passage that the proposition speaks of is never silent: words "
    "that take no side make it mixed.",
    "aside": "On neither side, and in no number: {passages} without valence or about what is "
    "wished for.",
    "aside-asserted": "On neither side: {passages} about what is wished for, or without valence "
    "where valence decides.",
    "placed": "Placed by the analyst, not by the codings: {cases}.",
    "loose-claims": "In no case, and in no number: {passages}.",
    "chosen": "Quotes are chosen by the analyst; only people who agreed to be quoted are. […] "
    "marks what is left out, brackets what was put in place of other words.",
    "drafts": "Still drafts: {n} of {all}. A finding is final only when what speaks against it "
    "has been looked at.",
    "broken-query": "The query of these names what the project does not have any more, and finds "
    "nothing: {propositions}.",
    "outcome-classes": "Early changes are those in how the partners work; systems changes those "
    "in rules, funding and services; population changes those for the people concerned.",
    "outcome-levels": "Levels: {levels}. Several outcomes of a class stand together; the highest "
    "level counts.",
    "outcome-signs": "Ratings: · not rated, NE not enough evidence.",
    "outcome-order": "Cases from the highest outcome to the lowest: by population changes, then "
    "systems changes, then early changes, then name.",
    "no-cause": "The order shows what goes together; it does not show what caused what.",
    "ordered-by": "{title}, ordered by {label}{values}",
    "uncharted": "{passages}, not yet charted",
    "rolled-cells": "A code includes the codes below it. ‡ marks a summary that is out of date: "
    "since it was written, a passage that it rests on has changed, gone or come in.",
    "cells-waiting": "Not yet charted: {cells}.",
    "stale-cells": "Out of date (‡), {count}: {cells}.",
    "rowless": "In no row, since it is not known who says them or in which role: {passages}.",
    "signs-ratings": "NE not enough evidence, which is not the lowest value; · not rated; / not "
    "asked; – nothing said; ‡ out of date. Two values with a stroke between them: the raters have "
    "not agreed.",
    "of-period": "Only what is said of this period: {period}.",
    "rating-anchors": "Scale: {anchors}.",
    "rating-rules": "Rules of evidence: {rules}.",
    "rule": "{value}: {needs}",
    "rule-any": "every value",
    "rule-linked": "linked passages",
    "rule-people": "informants from {organisations}",
    "rule-actual": " (standing actual)",
    "rule-or-document": " or a document",
    "rule-document": "a document",
    "rule-contrary": "the list of what speaks against opened",
    "rating-evidence": "In brackets: whose passages the rating is linked to, and how many "
    "passages of the cell speak against it.",
    "against": "{passages} against",
    "other-outcome": "with it and the other outcome: {cases}",
    "raters": "Two or more raters, {cells}: {same} with the same value, {near} at most one step "
    "apart, {agreed} agreed afterwards.",
    "raters-alpha": "Agreement of the raters: Krippendorff's alpha, ordinal, {alpha} ({cells} "
    "that two or more rated with a number).",
    "stale-ratings": "Out of date (‡): {cells}.",
    "pair-cells": "Rows speak of columns: each cell lists the degrees that are stated, with the "
    "number of passages in brackets; – not talked about. Degrees are never averaged.",
    "pair-apart": "≠: the middle degrees of the two sides lie two steps or more apart.",
    "degree-scale": "Scale, in its order ({book}): {values}.",
    "all-periods": "All periods together.",
    "apart": "Sides that disagree (≠): {pairs}.",
    "pairless": "Left out: {degrees} without both organisations.",
    "signs-development": "▼ lower than in the period before that has a value; NE not enough "
    "evidence; · not rated; – nothing said; ‡ out of date.",
    "median-degree": "The degree is the median over the pairs stated for the period; each pair "
    "counts once for each activity and degree.",
    "linear": "Collaborations move in circles as often as in a line; a later period is not a "
    "better one.",
    "setbacks": "Setbacks: {fell} in ratings and degrees, {entered} entered by the analyst.",
    "events-loose": "Events of no period in the table: {events}",
}
