"""The Swedish words of the tables about material, people, coders and the codebook."""

NOUNS = {
    "unit": ("{n} enhet", "{n} enheter"),
    "label": ("{n} etikett", "{n} etiketter"),
    "group": ("{n} grupp", "{n} grupper"),
}

TITLES = {
    "material": "Material och informanter",
    "voices": "Vem säger vad",
    "codebook": "Kodboken och dess historia",
    "trustworthiness": "Kodningens tillförlitlighet",
    "saturation": "Nya koder och etiketter per intervju",
    "coverage": "Hur långt varje dokument är läst",
    "crosstab": "Koder per attribut",
    "quotes-per-participant": "Passager per deltagare",
}

COLUMNS = {
    "roles": "Roller",
    "words": "Ord",
    "minutes": "Minuter",
    "which_roles": "Vilka roller",
    "languages": "Språk",
    "waves": "Omgångar",
    "units": "Enheter",
    "read": "Läst, inget kodat",
    "coded": "Kodat",
    "unread": "Oläst",
    "double_coded": "Dubbelkodade dokument",
    "member_checked": "Informanter som svarat",
    "share-done": "Klart, %",
    "share-units": "Andel av alla enheter, %",
    "share-passages": "Andel av passagerna, %",
    "all": "Alla",
    "organisation": "Organisation",
    "organisation-type": "Typ av organisation",
    "of-asked": "{label}: tillfrågade",
    "of-side": "{label}: {side}",
    "definition": "Definition",
    "include": "Används för",
    "exclude": "Används inte för",
    "example": "Exempel",
    "history": "Historia",
    "own-passages": "Egna passager",
    "metric": "Mått",
    "coders": "Kodare",
    "marked": "Enheter med koden",
    "both": "Markerade av flera",
    "apart": "Markerade av bara en",
    "agreement": "Överensstämmelse",
    "f1": "F1",
    "alpha": "Alfa",
    "alpha_low": "Alfa, från",
    "alpha_high": "Alfa, till",
    "kappa": "Kappa",
    "saturation-n": "Intervju",
    "saturation-document": "Dokument",
    "saturation-items": "Koder och etiketter",
    "saturation-new": "Nya",
    "saturation-total": "Hittills",
    "saturation-run": "Nya i följden",
    "saturation-share": "Följden, % av basen",
    "saturation-median": "Median, slumpvisa ordningar",
    "saturation-low": "5:e percentilen",
    "saturation-high": "95:e percentilen",
}

VALUES = {
    "missing": "(ej angivet)",
    "small-groups": "(små grupper tillsammans)",
    "emergent-labels": "Nya etiketter",
    "all-codes": "Alla koder",
    "coverage": "täckning",
    "word": "ett gemensamt ord",
    "half": "till hälften täckt",
    "change-added": "tillagd",
    "change-removed": "borttagen",
    "change-relabelled": "omdöpt",
    "change-redefined": "omdefinierad",
    "change-moved": "flyttad",
    "change-merged": "sammanslagen",
    "change-split": "delad",
    "change-retired": "tagen ur bruk",
    "change-revived": "åter i bruk",
    "change-changed": "ändrad",
    "change-codings": "kodningar flyttade",
    "label-code": "blev en kod",
    "label-theme": "under ett tema",
    "label-aside": "lagd åt sidan",
    "label-undecided": "ej avgjord",
}

NOTES = {
    "pseudonyms": "Informanterna står under pseudonym; nyckeln förvaras utanför projektet.",
    "units": "En enhet är en informants replik; intervjuarens repliker är inga enheter. Läst: "
    "markerad som läst utan kodning.",
    "all-read": "Ingen enhet är oläst.",
    "unread": "Oläst: {units}. Per dokument, med replikernas nummer: {where}.",
    "and-more": "och {documents} till",
    "no-times": "{documents} utan tidsangivelser: deras minuter ingår inte i någon summa.",
    "double-coded": "Dubbelkodade: dokument där mer än en kodare har kodat eller markerat enheter "
    "som lästa.",
    "member-checked": "Informanter som svarat: de vars svar på tolkningen av det de sagt har "
    "kommit in.",
    "shares": "Andelarna är av alla kodade passager; en passage räknas en gång, hur många koder "
    "den än har.",
    "carries-much": "Mer än {share} % av passagerna kommer från var och en av dessa: {who}.",
    "unknown-in": "(okänd, {document})",
    "counts-of": "Cellerna räknar: {what}. Fördelat på: {attribute}.",
    "every-standing": "Alla statusar räknas.",
    "crosstab-sum": "Kolumnerna kan tillsammans ge mer än alla: ett dokument kan höra till flera "
    "grupper, en informant eller ett fall till flera värden.",
    "voices": "Cellerna räknar informanter som alls talar om villkoret, och de som säger att det "
    "hjälper, hindrar eller gör båda delarna.",
    "asked": "Tillfrågade: informanter vars intervjuguide omfattar villkoret, eller där det är "
    "okänt vad som frågades, eller som talar om det oombedda.",
    "no-survey": "Detta är ingen enkät: informanterna har valts för vad de vet, och talen säger "
    "inget om andra.",
    "few": "Grupper med färre än {few} informanter visas inte för sig: {groups}.",
    "few-left-out": "Utelämnade, för få även tillsammans: {informants}.",
    "own-only": "Passagerna är kodens egna, utan koderna under den.",
    "codings-count": "Talen i historien är kodningar före och efter versionen.",
    "codings-moved": "kodningar {before} → {after}",
    "labels-decided": "Nya etiketter: {labels}, varav {decided} avgjorda och {undecided} ej "
    "avgjorda.",
    "coverage": "Informanternas alla repliker: {units}. Täckning: enheterna i de dokument som "
    "kodaren har kodat eller markerat som lästa.",
    "projection": "En kodare har markerat en enhet när en av kodarens passager med koden delar "
    "minst ett helt ord med den; intervjuarens repliker är inga enheter.",
    "stricter": "Till hälften täckt är den strängare regeln: passagen täcker hälften av enheten, "
    "eller hälften av passagen ligger i den.",
    "single-coder": "En enda kodare: det finns ingen andra kodning att jämföra med och ingen "
    "koefficient.",
    "coders-apart": "Kodarna har läst olika dokument: en enda kodare i vart och ett, och ingen "
    "koefficient.",
    "no-coefficients": "Projektets hållning är att inte redovisa koefficienter; skillnader mellan "
    "kodare är till för att talas igenom.",
    "coefficients": "Överensstämmelse och F1 är andelar; alfa är Krippendorffs, nominal; kappa är "
    "Cohens. Beräknat på de ursprungliga kodningarna.",
    "too-few-transcripts": "För få utskrifter för ett intervall (färre än {enough}): {who}.",
    "interval": "Intervall för alfa: 95 %, {draws} dragningar av hela utskrifter, frö {seed}.",
    "undefined": "En tom koefficient är odefinierad: alla enheter är markerade lika, eller ingen "
    "är läst av två.",
    "saturation": "Här räknas koder under villkoren och etiketter, aldrig villkoren själva, som "
    "finns från början.",
    "saturation-base": "Bas: de första {base} intervjuerna ({items} koder och etiketter). Följd: "
    "{run} intervjuer i rad; andelen är av basen.",
    "saturation-reached": "Högst {threshold} % ny information nås vid {place} intervjuer.",
    "saturation-not-reached": "Högst {threshold} % ny information nås inte.",
    "saturation-orders": "Intervjuerna står efter datum och namn. Median och percentiler gäller "
    "{orders} slumpvisa ordningar, frö {seed}.",
    "saturation-uncoded": "Utan kodning, och utelämnade: {documents}.",
}
