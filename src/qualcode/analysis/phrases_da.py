"""The Danish words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "coder": ("{n} koder", "{n} kodere"),
    "organisation": ("{n} organisation", "{n} organisationer"),
    "cell": ("{n} celle", "{n} celler"),
}

TITLES = {
    "conditions": "Betingelserne i hver case",
    "success-factors": "Succesfaktorer efter betingelse",
    "pitfalls": "Faldgruber efter betingelse",
    "themes": "Temaer på tværs af cases",
    "degree-distribution": "Grader af samarbejde i hver case",
    "frequency": "Hvor ofte hver kode bruges",
    "co-occurrence": "Koder der mødes i de samme ord",
    "quotes": "Kodede passager",
    "findings": "Fund på tværs af cases",
    "propositions": "Påstande på tværs af cases",
    "outcomes": "Betingelser og resultater",
    "ratings": "I hvilken grad betingelserne er på plads",
    "framework": "Framework-matrix",
    "degrees": "Grader af samarbejde mellem parterne",
    "development": "Udvikling over tid",
}

COLUMNS = {
    "case": "Case",
    "cases": "Cases",
    "informants": "Informanter",
    "passages": "Passager",
    "documents": "Dokumenter",
    "organisations": "Organisationer",
    "code": "Kode",
    "condition": "Betingelse",
    "success-factor": "Succesfaktor",
    "pitfall": "Faldgrube",
    "theme": "Tema",
    "case_names": "Hvilke cases",
    "contrary": "Afvigende cases",
    "quote": "Citat",
    "typical": "Typisk citat",
    "summary": "Analytikerens sammenfatning",
    "without_pair": "Uden par",
    "median": "Median",
    "range": "Spændvidde",
    "document": "Dokument",
    "participant": "Deltager",
    "role": "Rolle",
    "valence": "Valens",
    "standing": "Status",
    "degree": "Grad",
    "start": "Fra tegn",
    "end": "Til tegn",
    "coder": "Koder",
    "consent": "Må citeres",
    "coding": "Kodning",
    "of-informants": "{label}: informanter",
    "supporting": "Støttende cases",
    "mixed": "Blandede cases",
    "silent": "Tavse cases",
    "kind": "Art",
    "finding": "Fund",
    "chosen": "Valgte citater",
    "met": "Hvordan det blev håndteret",
    "status": "Stade",
    "proposition": "Påstand",
    "strongest_for": "Stærkeste belæg for",
    "strongest_against": "Stærkeste belæg imod",
    "rival": "Alternativ forklaring",
    "verdict": "Vurdering",
    "median-degree": "Grad, median",
    "outcome-early": "Tidlige forandringer",
    "outcome-systems": "Systemforandringer",
    "outcome-population": "Forandringer for målgruppen",
    "from": "Fra",
    "measure": "Mål",
    "events": "Begivenheder",
    "groups": "Dokumentgrupper",
}

VALUES = {
    "informant": "informant",
    "helps": "hjælper",
    "hinders": "hindrer",
    "mixed": "blandet",
    "unset": "Uden valens",
    "actual": "faktisk",
    "past": "fortid",
    "wished": "ønsket",
    "denied": "benægtet",
    "second-hand": "på anden hånd",
    "yes": "ja",
    "no": "nej",
    "unknown": "ukendt",
    "no-case": "(uden case)",
    "draft": "udkast",
    "final": "endeligt",
    "holds": "holder",
    "holds-with-limits": "holder med forbehold",
    "not-held": "holder ikke",
    "before": "før",
    "now": "nu",
    "later": "senere",
    "success-factor": "Succesfaktorer",
    "pitfall": "Faldgruber",
}

NOTES = {
    "source": "Kilde: {cases}, {documents}, {informants}, {passages}; dataversion {state}{date}.",
    "date": "; senest ændret {date}",
    "signs": "Tomme celler: / ikke spurgt, – intet sagt, 0 siges at mangle.",
    "rolled": "En kode omfatter koderne under den; en passage tæller én gang pr. kode.",
    "coders": "Kodninger fra {coders} tælles hver for sig: ord, som to af dem har markeret, er to "
    "passager.",
    "only-coder": "Kun kodninger af {coder} tælles.",
    "only-cases": "Kun disse cases tælles: {cases}.",
    "only-codes": "Kun disse koder og dem under dem tælles: {codes}.",
    "only-query": "Kun det, der opfylder denne forespørgsel, tælles: {query}",
    "unknown-person": "Et dokument uden deltager tæller som én ukendt informant.",
    "loose": "I rækken (uden case): {passages} uden case.",
    "totals": "I alt: {totals}.",
    "total": "{label} {cases}, {informants}, {passages}",
    "denied-apart": "Ikke talt med: {passages}, hvor det siges, at noget mangler (status "
    "benægtet).",
    "wished-in": "Med blandt passagerne: {passages} om noget, der ønskes.",
    "guide-unknown": "I {cases} er det for mindst ét interview ukendt, hvad der blev spurgt om; "
    "tomme celler dér står som intet sagt.",
    "no-documents": "{cases} uden dokumenter: tomme celler dér står som intet sagt.",
    "mixed-both": "Tæller både som succesfaktorer og som faldgruber: {passages} med blandet "
    "valens.",
    "left-out": "Udeladt: {passages} med status ønsket eller benægtet.",
    "on-condition": "Ikke i nogen række: {passages} kodet direkte på betingelsen.",
    "several": "En passage kan tælle under flere faktorer.",
    "contrary-success": "Afvigende cases: dem, hvor den samme faktor også siges at hindre.",
    "contrary-pitfall": "Afvigende cases: dem, hvor den samme faktor også siges at hjælpe.",
    "typical": "Typisk citat: af passager på mindst 40 tegn fra personer, der har givet samtykke "
    "til at blive citeret, den hvis længde er nærmest medianen.",
    "theme": "En passage tæller én gang pr. tema, hvad enten den hører til dér gennem en kode, en "
    "etiket eller en grad. Kolonnerne for cases tæller passager.",
    "contrary-theme": "Afvigende cases: de færre cases, hvor temaet siges at hindre, mens det "
    "i flere siges at hjælpe, eller omvendt.",
    "pairs": "Antal par: hvert par organisationer (fra, til) tæller én gang pr. aktivitet, "
    "periode og grad.",
    "without-pair": "Uden par: gradsangivelser, hvor den ene eller begge organisationer mangler; "
    "de er ikke i nogen anden kolonne.",
    "median": "Median og spændvidde gælder de talte par; en median midt imellem to grader har en "
    "halv.",
    "degrees-left-out": "Udeladt: {degrees} med status ønsket eller benægtet.",
    "degrees-second-hand": "Talt med: {degrees} på anden hånd.",
    "all-standings": "Alle passager tælles uanset status, heriblandt {denied} om noget, der siges "
    "at mangle, og {wished} om noget ønsket.",
    "valence-sum": "Kolonnerne for valens kan tilsammen give mere end antallet af passager: en "
    "passage kan bære flere koder.",
    "pairs-of-passages": "Cellerne tæller par af passager, én af hver kode, der deler mindst ét "
    "tegn i samme dokument; en passage, der bærer begge koder, er ét par. På diagonalen: kodens "
    "passager.",
    "own-codes": "Hver kode står her for sig selv, uden dem under den; ubrugte koder er udeladt. "
    "Alle statusser tælles.",
    "working": "En arbejdstabel: den viser ord fra personer, der ikke har givet samtykke til at "
    "blive citeret. Se kolonnen Må citeres, før noget gives videre.",
    "translated": "oversat af {translator}; original: {original}",
    "stances": "Støttende: passager i casen bekræfter det; afvigende: de taler imod det eller "
    "siger, at det mangler; blandet: begge dele; tavs: der siges intet om det.",
    "stances-sum": "Støttende, afvigende, blandede og tavse cases er tilsammen alle cases.",
    "several-findings": "En passage kan tælle under flere fund; en med blandet valens tæller på "
    "begge sider. Informanter, organisationer og passager er dem bag det, der støtter et fund.",
    "never-silent": "En case med en passage, som påstanden handler om, er aldrig tavs: ord, der "
    "ikke tager stilling, gør den blandet.",
    "aside": "På ingen af siderne og ikke i noget tal: {passages} uden valens eller om noget, der "
    "ønskes.",
    "aside-asserted": "På ingen af siderne: {passages} om noget, der ønskes, eller uden valens, "
    "hvor valensen afgør.",
    "placed": "Placeret af analytikeren, ikke af kodningerne: {cases}.",
    "loose-claims": "Uden case og ikke i noget tal: {passages}.",
    "chosen": "Citaterne er valgt af analytikeren, kun fra personer, der har givet samtykke til "
    "at blive citeret. […] viser, hvad der er udeladt, kantede parenteser, hvad der er sat i "
    "stedet for andre ord.",
    "drafts": "Endnu udkast: {n} af {all}. Et fund er først endeligt, når det, der taler imod "
    "det, er gennemgået.",
    "broken-query": "Forespørgslen for disse nævner noget, som projektet ikke længere har, og "
    "finder intet: {propositions}.",
    "outcome-classes": "Tidlige forandringer gælder, hvordan parterne arbejder, "
    "systemforandringer regler, finansiering og ydelser, forandringer for målgruppen dem, det "
    "hele er til for.",
    "outcome-levels": "Niveauer: {levels}. Flere resultater af samme art står sammen; det højeste "
    "niveau tæller.",
    "outcome-signs": "Vurderinger: · ikke vurderet, NE for lidt belæg.",
    "outcome-order": "Cases fra højeste til laveste resultat: efter forandringer for målgruppen, "
    "så systemforandringer, tidlige forandringer og navn.",
    "no-cause": "Rækkefølgen viser, hvad der følges ad, ikke hvad der forårsagede hvad.",
    "ordered-by": "{title}, ordnet efter {label}{values}",
    "uncharted": "{passages}, endnu ikke sammenfattet",
    "rolled-cells": "En kode omfatter koderne under den. ‡ markerer en sammenfatning, der er "
    "forældet: Siden den blev skrevet, er en passage, som den hviler på, ændret, forsvundet eller "
    "kommet til.",
    "cells-waiting": "Endnu ikke sammenfattet: {cells}.",
    "stale-cells": "Forældet (‡), {count}: {cells}.",
    "rowless": "I ingen række, da det ikke vides, hvem der siger dem, eller i hvilken rolle: "
    "{passages}.",
    "signs-ratings": "NE utilstrækkeligt grundlag, hvilket ikke er den laveste værdi; · ikke "
    "vurderet; / ikke spurgt; – intet sagt; ‡ forældet. To værdier med skråstreg imellem: "
    "bedømmerne er ikke enige.",
    "of-period": "Kun det, der siges om denne periode: {period}.",
    "rating-anchors": "Skala: {anchors}.",
    "rating-rules": "Regler for belæg: {rules}.",
    "rule": "{value}: {needs}",
    "rule-any": "enhver værdi",
    "rule-linked": "tilknyttede passager",
    "rule-people": "informanter fra {organisations}",
    "rule-actual": " (status faktisk)",
    "rule-or-document": " eller et dokument",
    "rule-document": "et dokument",
    "rule-contrary": "listen over det, der taler imod, åbnet",
    "rating-evidence": "I parentes: hvis passager vurderingen er knyttet til, og hvor mange af "
    "cellens passager der taler imod den.",
    "against": "{passages} imod",
    "other-outcome": "med den og det andet resultat: {cases}",
    "raters": "To eller flere bedømmere, {cells}: {same} med samme værdi, {near} med højst ét "
    "trins forskel, {agreed} med en værdi, som de siden er blevet enige om.",
    "raters-alpha": "Bedømmernes overensstemmelse: Krippendorffs alfa, ordinal, {alpha} ({cells}, "
    "som mindst to har vurderet med et tal).",
    "stale-ratings": "Forældet (‡): {cells}.",
    "pair-cells": "Rækkerne taler om kolonnerne: Hver celle opregner de grader, der angives, med "
    "antallet af passager i parentes; – intet sagt. Der beregnes aldrig gennemsnit af grader.",
    "pair-apart": "≠: de to siders midterste grader ligger to trin eller mere fra hinanden.",
    "degree-scale": "Skalaen i dens rækkefølge ({book}): {values}.",
    "all-periods": "Alle perioder under ét.",
    "apart": "Parter, der ikke er enige (≠): {pairs}.",
    "pairless": "Udeladt: {degrees} uden begge organisationer.",
    "signs-development": "▼ lavere end i den nærmest foregående periode med en værdi; NE "
    "utilstrækkeligt grundlag; · ikke vurderet; – intet sagt; ‡ forældet.",
    "median-degree": "Graden er medianen over de par, der angives for perioden; hvert par tæller "
    "én gang pr. aktivitet og grad.",
    "linear": "Samarbejder bevæger sig lige så ofte i cirkler som ad en lige linje; en senere "
    "periode er ikke en bedre.",
    "setbacks": "Tilbageslag: {fell} i vurderinger og grader, {entered} noteret af analytikeren.",
    "events-loose": "Begivenheder uden periode i tabellen: {events}",
}
