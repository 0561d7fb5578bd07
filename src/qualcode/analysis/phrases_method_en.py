"""The English words of the tables about material, people, coders and the codebook."""

NOUNS = {
    "unit": ("{n} unit", "{n} units"),
    "label": ("{n} label", "{n} labels"),
    "group": ("{n} group", "{n} groups"),
}

TITLES = {
    "material": "Material and informants",
    "voices": "Who says what",
    "codebook": "The codebook and its history",
    "trustworthiness": "Trustworthiness of the coding",
    "saturation": "New codes and labels per interview",
    "coverage": "How far each document has been read",
    "crosstab": "Codes by attribute",
    "quotes-per-participant": "Passages per participant",
}

COLUMNS = {
    "roles": "Roles",
    "words": "Words",
    "minutes": "Minutes",
    "which_roles": "Which roles",
    "languages": "Languages",
    "waves": "Waves",
    "units": "Units",
    "read": "Read, nothing coded",
    "coded": "Coded",
    "unread": "Unread",
    "double_coded": "Double-coded documents",
    "member_checked": "Informants who answered",
    "share-done": "Done, %",
    "share-units": "Share of all units, %",
    "share-passages": "Share of passages, %",
    "all": "All",
    "organisation": "Organisation",
    "organisation-type": "Type of organisation",
    "of-asked": "{label}: asked",
    "of-side": "{label}: {side}",
    "definition": "Definition",
    "include": "Use for",
    "exclude": "Do not use for",
    "example": "Example",
    "history": "History",
    "own-passages": "Passages of its own",
    "metric": "Measure",
    "coders": "Coders",
    "marked": "Units with the code",
    "both": "Marked by several",
    "apart": "Marked by one only",
    "agreement": "Agreement",
    "f1": "F1",
    "alpha": "Alpha",
    "alpha_low": "Alpha, from",
    "alpha_high": "Alpha, to",
    "kappa": "Kappa",
    "saturation-n": "Interview",
    "saturation-document": "Document",
    "saturation-items": "Codes and labels",
    "saturation-new": "New",
    "saturation-total": "Met so far",
    "saturation-run": "New in run",
    "saturation-share": "Run, % of base",
    "saturation-median": "Median of random orders",
    "saturation-low": "5th percentile",
    "saturation-high": "95th percentile",
}

VALUES = {
    "missing": "(not stated)",
    "small-groups": "(small groups together)",
    "emergent-labels": "Emergent labels",
    "all-codes": "All codes",
    "coverage": "coverage",
    "word": "a word shared",
    "half": "half covered",
    "change-added": "added",
    "change-removed": "removed",
    "change-relabelled": "relabelled",
    "change-redefined": "redefined",
    "change-moved": "moved",
    "change-merged": "merged",
    "change-split": "split",
    "change-retired": "retired",
    "change-revived": "revived",
    "change-changed": "changed",
    "change-codings": "codings moved",
    "label-code": "became a code",
    "label-theme": "under a theme",
    "label-aside": "set aside",
    "label-undecided": "undecided",
}

NOTES = {
    "pseudonyms": "Informants stand under pseudonyms; the key to them is kept outside the project.",
    "units": "A unit is a turn of an informant; interviewers’ turns are not units. Read: marked "
    "as read without a coding.",
    "all-read": "No unit is unread.",
    "unread": "Unread: {units}. By document, with the numbers of the turns: {where}.",
    "and-more": "and {documents} more",
    "no-times": "{documents} without times: their minutes are in no sum.",
    "double-coded": "Double-coded: documents in which more than one coder coded or marked units "
    "as read.",
    "member-checked": "Informants who answered: those whose reply to the reading of their words "
    "has come in.",
    "shares": "Shares are of all coded passages; a passage counts once, however many codes it has.",
    "carries-much": "More than {share} % of the passages come from one person each: {who}.",
    "unknown-in": "(unknown, {document})",
    "counts-of": "Cells count: {what}. Spread over: {attribute}.",
    "every-standing": "All standings are counted.",
    "crosstab-sum": "Columns can add up to more than all: a document can be in several groups, an "
    "informant or a case under several values.",
    "voices": "Cells count informants who speak of the condition at all, and those who say that "
    "it helps, hinders or does both.",
    "asked": "Asked: informants whose interview guide covers the condition, or with whom it is "
    "not known what was asked, or who speak of it unasked.",
    "no-survey": "This is not a survey: informants were chosen for what they know, and the "
    "numbers do not speak for others.",
    "few": "Groups of fewer than {few} informants are not shown alone: {groups}.",
    "few-left-out": "Left out, being too few even together: {informants}.",
    "own-only": "Passages are those of the code itself, without the codes below it.",
    "codings-count": "Numbers in the history are codings before and after the version.",
    "codings-moved": "codings {before} → {after}",
    "labels-decided": "Emergent: {labels}, of them {decided} decided and {undecided} undecided.",
    "coverage": "All informants’ turns: {units}. Coverage: the units in documents that the coder "
    "has coded or marked as read.",
    "projection": "A coder has marked a unit when a passage of theirs with the code shares at "
    "least one whole word with it; interviewers’ turns are not units.",
    "stricter": "Half covered is the stricter rule: the passage covers half of the unit, or half "
    "of the passage lies in it.",
    "single-coder": "Single coder: there is no second coding to compare with, and no coefficient.",
    "coders-apart": "The coders have read different documents: single coder in each, and no "
    "coefficient.",
    "no-coefficients": "The stance of the project prints no coefficients; differences between "
    "coders are for talking over.",
    "coefficients": "Agreement and F1 are shares; alpha is Krippendorff’s, nominal; kappa is "
    "Cohen’s. Computed on the original codings.",
    "too-few-transcripts": "Too few transcripts for an interval (fewer than {enough}): {who}.",
    "interval": "Intervals of alpha: 95 %, {draws} draws of whole transcripts, seed {seed}.",
    "undefined": "An empty coefficient is undefined: all units were marked alike, or none was "
    "read by two.",
    "saturation": "Counted are codes below the conditions and labels, never the conditions "
    "themselves, which are there from the start.",
    "saturation-base": "Base: the first {base} interviews ({items} codes and labels). Run: {run} "
    "interviews in a row; the share is of the base.",
    "saturation-reached": "New information of at most {threshold} % is reached at {place} "
    "interviews.",
    "saturation-not-reached": "New information of at most {threshold} % is not reached.",
    "saturation-orders": "Interviews stand by date and name. Median and percentiles are over "
    "{orders} random orders, seed {seed}.",
    "saturation-uncoded": "Without a coding, and left out: {documents}.",
}
