"""The Swedish words of the tables."""

NOUNS = {
    "case": ("{n} fall", "{n} fall"),
    "document": ("{n} dokument", "{n} dokument"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "degree": ("{n} gradangivelse", "{n} gradangivelser"),
    "coder": ("{n} kodare", "{n} kodare"),
}

TITLES = {
    "conditions": "Villkoren i varje fall",
    "success-factors": "Framgångsfaktorer per villkor",
    "pitfalls": "Fallgropar per villkor",
    "themes": "Teman över fallen",
    "degree-distribution": "Grader av samverkan i varje fall",
    "frequency": "Hur ofta varje kod används",
    "co-occurrence": "Koder som möts i samma ord",
    "quotes": "Kodade passager",
}

COLUMNS = {
    "case": "Fall",
    "cases": "Fall",
    "informants": "Informanter",
    "passages": "Passager",
    "documents": "Dokument",
    "organisations": "Organisationer",
    "code": "Kod",
    "condition": "Villkor",
    "success-factor": "Framgångsfaktor",
    "pitfall": "Fallgrop",
    "theme": "Tema",
    "case_names": "Vilka fall",
    "contrary": "Motsägande fall",
    "quote": "Citat",
    "typical": "Typiskt citat",
    "summary": "Analytikerns sammanfattning",
    "without_pair": "Utan par",
    "median": "Median",
    "range": "Spridning",
    "document": "Dokument",
    "participant": "Deltagare",
    "role": "Roll",
    "valence": "Valens",
    "standing": "Status",
    "degree": "Grad",
    "start": "Från tecken",
    "end": "Till tecken",
    "coder": "Kodare",
    "consent": "Får citeras",
    "coding": "Kodning",
    "of-informants": "{label}: informanter",
}

VALUES = {
    "helps": "hjälper",
    "hinders": "hindrar",
    "mixed": "blandat",
    "unset": "Utan valens",
    "actual": "faktiskt",
    "past": "förflutet",
    "wished": "önskat",
    "denied": "förnekat",
    "second-hand": "i andra hand",
    "yes": "ja",
    "no": "nej",
    "unknown": "okänt",
    "no-case": "(utan fall)",
}

NOTES = {
    "source": "Källa: {cases}, {documents}, {informants}, {passages}; dataversion {state}{date}.",
    "date": "; senast ändrat {date}",
    "signs": "Tomma celler: / inte tillfrågat, – inget sagt, 0 sägs saknas.",
    "rolled": "En kod omfattar koderna under den; en passage räknas en gång per kod.",
    "coders": "Kodningar av {coders} räknas var för sig: ord som två av dem har markerat är två "
    "passager.",
    "only-coder": "Bara kodningar av {coder} räknas.",
    "only-cases": "Bara dessa fall räknas: {cases}.",
    "only-codes": "Bara dessa koder och de under dem räknas: {codes}.",
    "unknown-person": "Ett dokument utan deltagare räknas som en okänd informant.",
    "loose": "På raden (utan fall): {passages} utan fall.",
    "totals": "Sammanlagt: {totals}.",
    "total": "{label} {cases}, {informants}, {passages}",
    "denied-apart": "Inte inräknat: {passages} där det sägs att något saknas (status förnekat).",
    "wished-in": "Med bland passagerna: {passages} om något som önskas.",
    "guide-unknown": "I {cases} är det för minst en intervju okänt vad som frågades; tomma celler "
    "där står som inget sagt.",
    "no-documents": "{cases} utan dokument: tomma celler där står som inget sagt.",
    "mixed-both": "Räknas både som framgångsfaktorer och som fallgropar: {passages} med blandad "
    "valens.",
    "left-out": "Utelämnat: {passages} med status önskat eller förnekat.",
    "on-condition": "Inte på någon rad: {passages} som kodats direkt på villkoret.",
    "several": "En passage kan räknas under flera faktorer.",
    "contrary-success": "Motsägande fall: de där samma faktor också sägs hindra.",
    "contrary-pitfall": "Motsägande fall: de där samma faktor också sägs hjälpa.",
    "typical": "Typiskt citat: av passager på minst 40 tecken från personer som har samtyckt till "
    "att citeras, den vars längd ligger närmast medianen.",
    "theme": "En passage räknas en gång per tema, vare sig den hör dit genom en kod, en etikett "
    "eller en grad. Kolumnerna för fall räknar passager.",
    "contrary-theme": "Motsägande fall: de färre fall där temat sägs hindra medan det i fler sägs "
    "hjälpa, eller tvärtom.",
    "pairs": "Antal par: varje par organisationer (från, till) räknas en gång per aktivitet, "
    "period och grad.",
    "without-pair": "Utan par: gradangivelser där den ena eller båda organisationerna saknas; de "
    "finns inte i någon annan kolumn.",
    "median": "Median och spridning gäller de räknade paren; en median mitt emellan två grader "
    "har en halv.",
    "degrees-left-out": "Utelämnat: {degrees} med status önskat eller förnekat.",
    "degrees-second-hand": "Med i räkningen: {degrees} i andra hand.",
    "all-standings": "Alla passager räknas oavsett status, däribland {denied} om något som sägs "
    "saknas och {wished} om något önskat.",
    "valence-sum": "Kolumnerna för valens kan tillsammans ge mer än antalet passager: en passage "
    "kan bära flera koder.",
    "pairs-of-passages": "Cellerna räknar par av passager, en av varje kod, som delar minst ett "
    "tecken i samma dokument; en passage som bär båda koderna är ett par. På diagonalen: kodens "
    "passager.",
    "own-codes": "Varje kod står här för sig själv, utan dem under den; oanvända koder är "
    "utelämnade. Alla statusar räknas.",
    "working": "En arbetstabell: den visar ord av personer som inte har samtyckt till att citeras. "
    "Se kolumnen Får citeras innan något lämnas vidare.",
}
