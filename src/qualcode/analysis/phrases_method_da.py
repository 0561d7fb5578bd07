"""The Danish words of the tables about material, people, coders and the codebook."""

NOUNS = {
    "unit": ("{n} enhed", "{n} enheder"),
    "label": ("{n} etiket", "{n} etiketter"),
    "group": ("{n} gruppe", "{n} grupper"),
}

TITLES = {
    "material": "Materiale og informanter",
    "voices": "Hvem siger hvad",
    "codebook": "Kodebogen og dens historie",
    "trustworthiness": "Kodningens troværdighed",
    "saturation": "Nye koder og etiketter pr. interview",
    "coverage": "Hvor langt hvert dokument er læst",
    "crosstab": "Koder efter attribut",
    "quotes-per-participant": "Passager pr. deltager",
}

COLUMNS = {
    "roles": "Roller",
    "words": "Ord",
    "minutes": "Minutter",
    "which_roles": "Hvilke roller",
    "languages": "Sprog",
    "waves": "Runder",
    "units": "Enheder",
    "read": "Læst, intet kodet",
    "coded": "Kodet",
    "unread": "Ulæst",
    "double_coded": "Dobbeltkodede dokumenter",
    "member_checked": "Informanter, der har svaret",
    "share-done": "Færdigt, %",
    "share-units": "Andel af alle enheder, %",
    "share-passages": "Andel af passagerne, %",
    "all": "Alle",
    "organisation": "Organisation",
    "organisation-type": "Organisationstype",
    "of-asked": "{label}: spurgte",
    "of-side": "{label}: {side}",
    "definition": "Definition",
    "include": "Bruges om",
    "exclude": "Bruges ikke om",
    "example": "Eksempel",
    "history": "Historie",
    "own-passages": "Egne passager",
    "metric": "Mål",
    "coders": "Kodere",
    "marked": "Enheder med koden",
    "both": "Markeret af flere",
    "apart": "Markeret af kun én",
    "agreement": "Overensstemmelse",
    "f1": "F1",
    "alpha": "Alfa",
    "alpha_low": "Alfa, fra",
    "alpha_high": "Alfa, til",
    "kappa": "Kappa",
    "saturation-n": "Interview",
    "saturation-document": "Dokument",
    "saturation-items": "Koder og etiketter",
    "saturation-new": "Nye",
    "saturation-total": "Indtil nu",
    "saturation-run": "Nye i rækken",
    "saturation-share": "Rækken, % af basis",
    "saturation-median": "Median, tilfældige rækkefølger",
    "saturation-low": "5. percentil",
    "saturation-high": "95. percentil",
}

VALUES = {
    "missing": "(ikke angivet)",
    "small-groups": "(små grupper samlet)",
    "emergent-labels": "Nye etiketter",
    "all-codes": "Alle koder",
    "coverage": "dækning",
    "word": "et fælles ord",
    "half": "halvt dækket",
    "change-added": "tilføjet",
    "change-removed": "fjernet",
    "change-relabelled": "omdøbt",
    "change-redefined": "omdefineret",
    "change-moved": "flyttet",
    "change-merged": "slået sammen",
    "change-split": "delt",
    "change-retired": "taget ud af brug",
    "change-revived": "taget i brug igen",
    "change-changed": "ændret",
    "change-codings": "kodninger flyttet",
    "label-code": "blev en kode",
    "label-theme": "under et tema",
    "label-aside": "lagt til side",
    "label-undecided": "ikke afgjort",
}

NOTES = {
    "pseudonyms": "Informanterne står under pseudonym; nøglen opbevares uden for projektet.",
    "units": "En enhed er en informants replik; interviewerens replikker er ikke enheder. Læst: "
    "markeret som læst uden kodning.",
    "all-read": "Ingen enhed er ulæst.",
    "unread": "Ulæst: {units}. Pr. dokument, med replikkernes numre: {where}.",
    "and-more": "og {documents} til",
    "no-times": "{documents} uden tidsangivelser: deres minutter indgår ikke i nogen sum.",
    "double-coded": "Dobbeltkodede: dokumenter, hvor mere end én koder har kodet eller markeret "
    "enheder som læst.",
    "member-checked": "Informanter, der har svaret: dem, hvis svar på læsningen af deres ord er "
    "kommet ind.",
    "shares": "Andelene er af alle kodede passager; en passage tælles én gang, uanset hvor mange "
    "koder den har.",
    "carries-much": "Mere end {share} % af passagerne kommer fra hver af disse: {who}.",
    "unknown-in": "(ukendt, {document})",
    "counts-of": "Cellerne tæller: {what}. Fordelt på: {attribute}.",
    "every-standing": "Alle statusser tælles.",
    "crosstab-sum": "Kolonnerne kan tilsammen give mere end alle: et dokument kan høre til flere "
    "grupper, en informant eller en case til flere værdier.",
    "voices": "Cellerne tæller informanter, der overhovedet taler om betingelsen, og dem, der "
    "siger, at den hjælper, hindrer eller gør begge dele.",
    "asked": "Spurgte: informanter, hvis interviewguide dækker betingelsen, eller hvor det ikke "
    "vides, hvad der blev spurgt om, eller som taler om den uopfordret.",
    "no-survey": "Dette er ikke en spørgeskemaundersøgelse: informanterne er valgt for det, de "
    "ved, og tallene siger intet om andre.",
    "few": "Grupper med færre end {few} informanter vises ikke for sig: {groups}.",
    "few-left-out": "Udeladt, for få selv samlet: {informants}.",
    "own-only": "Passagerne er kodens egne, uden koderne under den.",
    "codings-count": "Tallene i historien er kodninger før og efter versionen.",
    "codings-moved": "kodninger {before} → {after}",
    "labels-decided": "Nye etiketter: {labels}, heraf {decided} afgjort og {undecided} ikke "
    "afgjort.",
    "coverage": "Alle informanternes replikker: {units}. Dækning: enhederne i de dokumenter, som "
    "koderen har kodet eller markeret som læst.",
    "projection": "En koder har markeret en enhed, når en af koderens passager med koden deler "
    "mindst ét helt ord med den; interviewerens replikker er ikke enheder.",
    "stricter": "Halvt dækket er den strengere regel: passagen dækker halvdelen af enheden, eller "
    "halvdelen af passagen ligger i den.",
    "single-coder": "Én koder: der er ingen anden kodning at sammenligne med og ingen koefficient.",
    "coders-apart": "Koderne har læst forskellige dokumenter: én koder i hvert, og ingen "
    "koefficient.",
    "no-coefficients": "Projektets holdning er ikke at vise koefficienter; forskelle mellem "
    "kodere er til at tale igennem.",
    "coefficients": "Overensstemmelse og F1 er andele; alfa er Krippendorffs, nominal; kappa er "
    "Cohens. Beregnet på de oprindelige kodninger.",
    "too-few-transcripts": "For få udskrifter til et interval (færre end {enough}): {who}.",
    "interval": "Intervaller for alfa: 95 %, {draws} trækninger af hele udskrifter, frø {seed}.",
    "undefined": "En tom koefficient er udefineret: alle enheder er markeret ens, eller ingen er "
    "læst af to.",
    "saturation": "Her tælles koder under betingelserne og etiketter, aldrig betingelserne selv, "
    "som er der fra begyndelsen.",
    "saturation-base": "Basis: de første {base} interview ({items} koder og etiketter). Række: "
    "{run} interview efter hinanden; andelen er af basis.",
    "saturation-reached": "Højst {threshold} % ny information nås ved {place} interview.",
    "saturation-not-reached": "Højst {threshold} % ny information nås ikke.",
    "saturation-orders": "Interviewene står efter dato og navn. Median og percentiler gælder "
    "{orders} tilfældige rækkefølger, frø {seed}.",
    "saturation-uncoded": "Uden kodning, og udeladt: {documents}.",
}
