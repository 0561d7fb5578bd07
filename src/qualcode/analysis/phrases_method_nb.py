"""The Norwegian words of the tables about material, people, coders and the codebook."""

NOUNS = {
    "unit": ("{n} enhet", "{n} enheter"),
    "label": ("{n} etikett", "{n} etiketter"),
    "group": ("{n} gruppe", "{n} grupper"),
}

TITLES = {
    "material": "Materiale og informanter",
    "voices": "Hvem sier hva",
    "codebook": "Kodeboken og dens historie",
    "trustworthiness": "Kodingens pålitelighet",
    "saturation": "Nye koder og etiketter per intervju",
    "coverage": "Hvor langt hvert dokument er lest",
    "crosstab": "Koder etter attributt",
    "quotes-per-participant": "Passasjer per deltaker",
}

COLUMNS = {
    "roles": "Roller",
    "words": "Ord",
    "minutes": "Minutter",
    "which_roles": "Hvilke roller",
    "languages": "Språk",
    "waves": "Runder",
    "units": "Enheter",
    "read": "Lest, ingenting kodet",
    "coded": "Kodet",
    "unread": "Ulest",
    "double_coded": "Dobbeltkodede dokumenter",
    "member_checked": "Informanter som har svart",
    "share-done": "Ferdig, %",
    "share-units": "Andel av alle enheter, %",
    "share-passages": "Andel av passasjene, %",
    "all": "Alle",
    "organisation": "Organisasjon",
    "organisation-type": "Organisasjonstype",
    "of-asked": "{label}: spurte",
    "of-side": "{label}: {side}",
    "definition": "Definisjon",
    "include": "Brukes om",
    "exclude": "Brukes ikke om",
    "example": "Eksempel",
    "history": "Historie",
    "own-passages": "Egne passasjer",
    "metric": "Mål",
    "coders": "Kodere",
    "marked": "Enheter med koden",
    "both": "Merket av flere",
    "apart": "Merket av bare én",
    "agreement": "Samsvar",
    "f1": "F1",
    "alpha": "Alfa",
    "alpha_low": "Alfa, fra",
    "alpha_high": "Alfa, til",
    "kappa": "Kappa",
    "saturation-n": "Intervju",
    "saturation-document": "Dokument",
    "saturation-items": "Koder og etiketter",
    "saturation-new": "Nye",
    "saturation-total": "Hittil",
    "saturation-run": "Nye i rekken",
    "saturation-share": "Rekken, % av basis",
    "saturation-median": "Median, tilfeldige rekkefølger",
    "saturation-low": "5. persentil",
    "saturation-high": "95. persentil",
}

VALUES = {
    "missing": "(ikke oppgitt)",
    "small-groups": "(små grupper samlet)",
    "emergent-labels": "Nye etiketter",
    "all-codes": "Alle koder",
    "coverage": "dekning",
    "word": "et felles ord",
    "half": "halvt dekket",
    "change-added": "lagt til",
    "change-removed": "fjernet",
    "change-relabelled": "omdøpt",
    "change-redefined": "omdefinert",
    "change-moved": "flyttet",
    "change-merged": "slått sammen",
    "change-split": "delt",
    "change-retired": "tatt ut av bruk",
    "change-revived": "tatt i bruk igjen",
    "change-changed": "endret",
    "change-codings": "kodinger flyttet",
    "label-code": "ble en kode",
    "label-theme": "under et tema",
    "label-aside": "lagt til side",
    "label-undecided": "ikke avgjort",
}

NOTES = {
    "pseudonyms": "Informantene står under pseudonym; nøkkelen oppbevares utenfor prosjektet.",
    "units": "En enhet er en informants replikk; intervjuerens replikker er ikke enheter. Lest: "
    "merket som lest uten koding.",
    "all-read": "Ingen enhet er ulest.",
    "unread": "Ulest: {units}. Per dokument, med replikkenes nummer: {where}.",
    "and-more": "og {documents} til",
    "no-times": "{documents} uten tidsangivelser: minuttene deres inngår ikke i noen sum.",
    "double-coded": "Dobbeltkodede: dokumenter der mer enn én koder har kodet eller merket "
    "enheter som lest.",
    "member-checked": "Informanter som har svart: de som har gitt svar på lesningen av det de har "
    "sagt.",
    "shares": "Andelene er av alle kodede passasjer; en passasje telles én gang, uansett hvor "
    "mange koder den har.",
    "carries-much": "Mer enn {share} % av passasjene kommer fra hver av disse: {who}.",
    "unknown-in": "(ukjent, {document})",
    "counts-of": "Cellene teller: {what}. Fordelt på: {attribute}.",
    "every-standing": "Alle statuser telles.",
    "crosstab-sum": "Kolonnene kan til sammen gi mer enn alle: et dokument kan høre til flere "
    "grupper, en informant eller en case til flere verdier.",
    "voices": "Cellene teller informanter som i det hele tatt snakker om betingelsen, og dem som "
    "sier at den hjelper, hindrer eller gjør begge deler.",
    "asked": "Spurte: informanter med en intervjuguide som dekker betingelsen, eller der det ikke "
    "er kjent hva som ble spurt om, eller som snakker om den uoppfordret.",
    "no-survey": "Dette er ingen spørreundersøkelse: informantene er valgt for det de vet, og "
    "tallene sier ingenting om andre.",
    "few": "Grupper med færre enn {few} informanter vises ikke for seg: {groups}.",
    "few-left-out": "Utelatt, for få selv samlet: {informants}.",
    "own-only": "Passasjene er kodens egne, uten kodene under den.",
    "codings-count": "Tallene i historien er kodinger før og etter versjonen.",
    "codings-moved": "kodinger {before} → {after}",
    "labels-decided": "Nye etiketter: {labels}, hvorav {decided} avgjort og {undecided} ikke "
    "avgjort.",
    "coverage": "Alle informantenes replikker: {units}. Dekning: enhetene i de dokumentene som "
    "koderen har kodet eller merket som lest.",
    "projection": "En koder har merket en enhet når en av koderens passasjer med koden deler "
    "minst ett helt ord med den; intervjuerens replikker er ikke enheter.",
    "stricter": "Halvt dekket er den strengere regelen: passasjen dekker halve enheten, eller "
    "halve passasjen ligger i den.",
    "single-coder": "Én koder: det finnes ingen annen koding å sammenligne med og ingen "
    "koeffisient.",
    "coders-apart": "Koderne har lest ulike dokumenter: én koder i hvert, og ingen koeffisient.",
    "no-coefficients": "Prosjektets holdning er ikke å vise koeffisienter; forskjeller mellom "
    "kodere er til for å snakkes gjennom.",
    "coefficients": "Samsvar og F1 er andeler; alfa er Krippendorffs, nominal; kappa er Cohens. "
    "Beregnet på de opprinnelige kodingene.",
    "too-few-transcripts": "For få utskrifter til et intervall (færre enn {enough}): {who}.",
    "interval": "Intervaller for alfa: 95 %, {draws} trekninger av hele utskrifter, frø {seed}.",
    "undefined": "En tom koeffisient er udefinert: alle enheter er merket likt, eller ingen er "
    "lest av to.",
    "saturation": "Her telles koder under betingelsene og etiketter, aldri betingelsene selv, som "
    "er der fra begynnelsen.",
    "saturation-base": "Basis: de første {base} intervjuene ({items} koder og etiketter). Rekke: "
    "{run} intervjuer etter hverandre; andelen er av basis.",
    "saturation-reached": "Høyst {threshold} % ny informasjon nås ved {place} intervjuer.",
    "saturation-not-reached": "Høyst {threshold} % ny informasjon nås ikke.",
    "saturation-orders": "Intervjuene står etter dato og navn. Median og persentiler gjelder "
    "{orders} tilfeldige rekkefølger, frø {seed}.",
    "saturation-uncoded": "Uten koding, og utelatt: {documents}.",
}
