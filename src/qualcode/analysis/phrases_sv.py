"""The Swedish words of the tables."""

NOUNS = {
    "case": ("{n} fall", "{n} fall"),
    "document": ("{n} dokument", "{n} dokument"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "degree": ("{n} gradangivelse", "{n} gradangivelser"),
    "coder": ("{n} kodare", "{n} kodare"),
    "organisation": ("{n} organisation", "{n} organisationer"),
    "cell": ("{n} cell", "{n} celler"),
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
    "findings": "Resultat över fallen",
    "propositions": "Påståenden över fallen",
    "outcomes": "Villkor och utfall",
    "ratings": "I vilken grad villkoren är på plats",
    "framework": "Ramverksmatris",
    "degrees": "Grader av samverkan mellan parterna",
    "development": "Utveckling över tid",
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
    "supporting": "Stödjande fall",
    "mixed": "Blandade fall",
    "silent": "Tysta fall",
    "kind": "Slag",
    "finding": "Resultat",
    "chosen": "Valda citat",
    "met": "Hur den hanterades",
    "status": "Läge",
    "proposition": "Påstående",
    "strongest_for": "Starkaste belägg för",
    "strongest_against": "Starkaste belägg emot",
    "rival": "Rivaliserande förklaring",
    "verdict": "Bedömning",
    "median-degree": "Grad, median",
    "outcome-early": "Tidiga förändringar",
    "outcome-systems": "Systemförändringar",
    "outcome-population": "Förändringar för målgruppen",
    "from": "Från",
    "measure": "Mått",
    "events": "Händelser",
    "groups": "Dokumentgrupper",
}

VALUES = {
    "informant": "informant",
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
    "draft": "utkast",
    "final": "slutgiltigt",
    "holds": "håller",
    "holds-with-limits": "håller med förbehåll",
    "not-held": "håller inte",
    "before": "före",
    "now": "nu",
    "later": "senare",
    "success-factor": "Framgångsfaktorer",
    "pitfall": "Fallgropar",
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
    "only-query": "Bara det som uppfyller denna fråga räknas: {query}",
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
    "translated": "översatt av {translator}; original: {original}",
    "stances": "Stödjande: passager i fallet bekräftar det; motsägande: de talar emot det eller "
    "säger att det saknas; blandat: båda delarna; tyst: inget sägs om det.",
    "stances-sum": "Stödjande, motsägande, blandade och tysta fall blir tillsammans alla fall.",
    "several-findings": "En passage kan räknas under flera resultat; en med blandad valens räknas "
    "på båda sidor. Informanter, organisationer och passager är de som ligger bakom det som "
    "stöder ett resultat.",
    "never-silent": "Ett fall med en passage som påståendet gäller är aldrig tyst: ord som inte "
    "tar ställning gör det blandat.",
    "aside": "På ingendera sidan och inte i någon siffra: {passages} utan valens eller om något "
    "som önskas.",
    "aside-asserted": "På ingendera sidan: {passages} om något som önskas, eller utan valens där "
    "valensen avgör.",
    "placed": "Placerade av analytikern, inte av kodningarna: {cases}.",
    "loose-claims": "Utan fall och inte i någon siffra: {passages}.",
    "chosen": "Citaten är valda av analytikern, bara från personer som har samtyckt till att "
    "citeras. […] visar vad som utelämnats, hakparenteser vad som satts i stället för andra ord.",
    "drafts": "Ännu utkast: {n} av {all}. Ett resultat är slutgiltigt först när det som talar "
    "emot det har granskats.",
    "broken-query": "Frågan för dessa nämner något som projektet inte längre har och hittar "
    "inget: {propositions}.",
    "outcome-classes": "Tidiga förändringar gäller hur parterna arbetar, systemförändringar "
    "regler, finansiering och insatser, förändringar för målgruppen dem som insatserna är till "
    "för.",
    "outcome-levels": "Nivåer: {levels}. Flera utfall av samma slag står tillsammans; den högsta "
    "nivån räknas.",
    "outcome-signs": "Skattningar: · inte skattat, NE för lite underlag.",
    "outcome-order": "Fallen från högsta till lägsta utfall: efter förändringar för målgruppen, "
    "sedan systemförändringar, tidiga förändringar och namn.",
    "no-cause": "Ordningen visar vad som följs åt, inte vad som orsakade vad.",
    "ordered-by": "{title}, i ordning efter {label}{values}",
    "uncharted": "{passages}, inte sammanfattat än",
    "rolled-cells": "En kod omfattar koderna under den. ‡ märker en sammanfattning som är "
    "inaktuell: sedan den skrevs har en passage som den vilar på ändrats, försvunnit eller "
    "tillkommit.",
    "cells-waiting": "Inte sammanfattat än: {cells}.",
    "stale-cells": "Inaktuellt (‡), {count}: {cells}.",
    "rowless": "På ingen rad, eftersom det inte är känt vem som säger dem eller i vilken roll: "
    "{passages}.",
    "signs-ratings": "NE otillräckligt underlag, vilket inte är det lägsta värdet; · inte bedömt; "
    "/ inte tillfrågat; – inget sagt; ‡ inaktuellt. Två värden med snedstreck emellan: bedömarna "
    "är inte överens.",
    "of-period": "Bara det som sägs om denna period: {period}.",
    "rating-anchors": "Skala: {anchors}.",
    "rating-rules": "Beläggsregler: {rules}.",
    "rule": "{value}: {needs}",
    "rule-any": "varje värde",
    "rule-linked": "länkade passager",
    "rule-people": "informanter från {organisations}",
    "rule-actual": " (status faktiskt)",
    "rule-or-document": " eller ett dokument",
    "rule-document": "ett dokument",
    "rule-contrary": "listan över det som talar emot öppnad",
    "rating-evidence": "Inom parentes: vilkas passager bedömningen är länkad till och hur många "
    "av cellens passager som talar emot den.",
    "against": "{passages} emot",
    "other-outcome": "med det och motsatt utfall: {cases}",
    "raters": "Två eller flera bedömare, {cells}: {same} med samma värde, {near} med högst ett "
    "stegs skillnad, {agreed} med ett värde som de sedan enats om.",
    "raters-alpha": "Bedömarnas överensstämmelse: Krippendorffs alfa, ordinal, {alpha} ({cells} "
    "som minst två har bedömt med en siffra).",
    "stale-ratings": "Inaktuellt (‡): {cells}.",
    "pair-cells": "Raderna talar om kolumnerna: varje cell räknar upp de grader som anges, med "
    "antalet passager inom parentes; – inget sagt. Grader räknas aldrig om till medelvärden.",
    "pair-apart": "≠: de båda sidornas mittersta grader ligger två steg eller mer isär.",
    "degree-scale": "Skalan i dess ordning ({book}): {values}.",
    "all-periods": "Alla perioder tillsammans.",
    "apart": "Parter som inte är överens (≠): {pairs}.",
    "pairless": "Utelämnat: {degrees} utan båda organisationerna.",
    "signs-development": "▼ lägre än i närmast föregående period med ett värde; NE otillräckligt "
    "underlag; · inte bedömt; – inget sagt; ‡ inaktuellt.",
    "median-degree": "Graden är medianen över de par som anges för perioden; varje par räknas en "
    "gång per aktivitet och grad.",
    "linear": "Samverkan rör sig lika ofta i cirklar som längs en linje; en senare period är inte "
    "en bättre.",
    "setbacks": "Bakslag: {fell} i bedömningar och grader, {entered} som analytikern har noterat.",
    "events-loose": "Händelser utan period i tabellen: {events}",
}
