"""The Norwegian (bokmål) words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} caser"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passasje", "{n} passasjer"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "coder": ("{n} koder", "{n} kodere"),
    "organisation": ("{n} organisasjon", "{n} organisasjoner"),
    "cell": ("{n} celle", "{n} celler"),
}

TITLES = {
    "conditions": "Betingelsene i hver case",
    "success-factors": "Suksessfaktorer etter betingelse",
    "pitfalls": "Fallgruver etter betingelse",
    "themes": "Temaer på tvers av caser",
    "degree-distribution": "Grader av samarbeid i hver case",
    "frequency": "Hvor ofte hver kode brukes",
    "co-occurrence": "Koder som møtes i de samme ordene",
    "quotes": "Kodede passasjer",
    "findings": "Funn på tvers av caser",
    "propositions": "Påstander på tvers av caser",
    "outcomes": "Betingelser og resultater",
    "ratings": "I hvilken grad betingelsene er på plass",
    "framework": "Rammeverksmatrise",
    "degrees": "Grader av samarbeid mellom partene",
    "development": "Utvikling over tid",
}

COLUMNS = {
    "case": "Case",
    "cases": "Caser",
    "informants": "Informanter",
    "passages": "Passasjer",
    "documents": "Dokumenter",
    "organisations": "Organisasjoner",
    "code": "Kode",
    "condition": "Betingelse",
    "success-factor": "Suksessfaktor",
    "pitfall": "Fallgruve",
    "theme": "Tema",
    "case_names": "Hvilke caser",
    "contrary": "Avvikende caser",
    "quote": "Sitat",
    "typical": "Typisk sitat",
    "summary": "Analytikerens sammenfatning",
    "without_pair": "Uten par",
    "median": "Median",
    "range": "Spredning",
    "document": "Dokument",
    "participant": "Deltaker",
    "role": "Rolle",
    "valence": "Valens",
    "standing": "Status",
    "degree": "Grad",
    "start": "Fra tegn",
    "end": "Til tegn",
    "coder": "Koder",
    "consent": "Kan siteres",
    "coding": "Koding",
    "of-informants": "{label}: informanter",
    "supporting": "Støttende caser",
    "mixed": "Blandede caser",
    "silent": "Tause caser",
    "kind": "Type",
    "finding": "Funn",
    "chosen": "Valgte sitater",
    "met": "Hvordan det ble håndtert",
    "status": "Stadium",
    "proposition": "Påstand",
    "strongest_for": "Sterkeste belegg for",
    "strongest_against": "Sterkeste belegg mot",
    "rival": "Alternativ forklaring",
    "verdict": "Vurdering",
    "median-degree": "Grad, median",
    "outcome-early": "Tidlige endringer",
    "outcome-systems": "Systemendringer",
    "outcome-population": "Endringer for målgruppen",
    "from": "Fra",
    "measure": "Mål",
    "events": "Hendelser",
    "groups": "Dokumentgrupper",
}

VALUES = {
    "informant": "informant",
    "helps": "hjelper",
    "hinders": "hindrer",
    "mixed": "blandet",
    "unset": "Uten valens",
    "actual": "faktisk",
    "past": "fortid",
    "wished": "ønsket",
    "denied": "benektet",
    "second-hand": "på annen hånd",
    "yes": "ja",
    "no": "nei",
    "unknown": "ukjent",
    "no-case": "(uten case)",
    "draft": "utkast",
    "final": "endelig",
    "holds": "holder",
    "holds-with-limits": "holder med forbehold",
    "not-held": "holder ikke",
    "before": "før",
    "now": "nå",
    "later": "senere",
    "success-factor": "Suksessfaktorer",
    "pitfall": "Fallgruver",
}

NOTES = {
    "source": "Kilde: {cases}, {documents}, {informants}, {passages}; dataversjon {state}{date}.",
    "date": "; sist endret {date}",
    "signs": "Tomme celler: / ikke spurt, – ingenting sagt, 0 sies å mangle.",
    "rolled": "En kode omfatter kodene under den; en passasje telles én gang per kode.",
    "coders": "Kodinger fra {coders} telles hver for seg: ord som to av dem har markert, er to "
    "passasjer.",
    "only-coder": "Bare kodingene til {coder} telles.",
    "only-cases": "Bare disse casene telles: {cases}.",
    "only-codes": "Bare disse kodene og de under dem telles: {codes}.",
    "only-query": "Bare det som oppfyller dette søket, telles: {query}",
    "unknown-person": "Et dokument uten deltaker telles som én ukjent informant.",
    "loose": "I raden (uten case): {passages} uten case.",
    "totals": "I alt: {totals}.",
    "total": "{label} {cases}, {informants}, {passages}",
    "denied-apart": "Ikke talt med: {passages} der det sies at noe mangler (status benektet).",
    "wished-in": "Med blant passasjene: {passages} om noe som ønskes.",
    "guide-unknown": "I {cases} er det for minst ett intervju ukjent hva det ble spurt om; tomme "
    "celler der står som ingenting sagt.",
    "no-documents": "{cases} uten dokumenter: tomme celler der står som ingenting sagt.",
    "mixed-both": "Telles både som suksessfaktorer og som fallgruver: {passages} med blandet "
    "valens.",
    "left-out": "Utelatt: {passages} med status ønsket eller benektet.",
    "on-condition": "Ikke i noen rad: {passages} kodet direkte på betingelsen.",
    "several": "En passasje kan telles under flere faktorer.",
    "contrary-success": "Avvikende caser: de der den samme faktoren også sies å hindre.",
    "contrary-pitfall": "Avvikende caser: de der den samme faktoren også sies å hjelpe.",
    "typical": "Typisk sitat: av passasjer på minst 40 tegn fra personer som har samtykket til å "
    "bli sitert, den som i lengde er nærmest medianen.",
    "theme": "En passasje telles én gang per tema, enten den hører til der gjennom en kode, en "
    "etikett eller en grad. Kolonnene for caser teller passasjer.",
    "contrary-theme": "Avvikende caser: de færre casene der temaet sies å hindre, mens det i "
    "flere sies å hjelpe, eller omvendt.",
    "pairs": "Antall par: hvert par organisasjoner (fra, til) telles én gang per aktivitet, "
    "periode og grad.",
    "without-pair": "Uten par: gradsangivelser der den ene eller begge organisasjonene mangler; "
    "de er ikke i noen annen kolonne.",
    "median": "Median og spredning gjelder de talte parene; en median midt mellom to grader har "
    "en halv.",
    "degrees-left-out": "Utelatt: {degrees} med status ønsket eller benektet.",
    "degrees-second-hand": "Talt med: {degrees} på annen hånd.",
    "all-standings": "Alle passasjer telles uansett status, blant dem {denied} om noe som sies å "
    "mangle, og {wished} om noe ønsket.",
    "valence-sum": "Kolonnene for valens kan til sammen gi mer enn antallet passasjer: en "
    "passasje kan bære flere koder.",
    "pairs-of-passages": "Cellene teller par av passasjer, én av hver kode, som deler minst ett "
    "tegn i samme dokument; en passasje som bærer begge kodene, er ett par. På diagonalen: kodens "
    "passasjer.",
    "own-codes": "Hver kode står her for seg selv, uten dem under den; ubrukte koder er utelatt. "
    "Alle statuser telles.",
    "working": "En arbeidstabell: den viser ord fra personer som ikke har samtykket til å bli "
    "sitert. Se kolonnen Kan siteres før noe gis videre.",
    "translated": "oversatt av {translator}; original: {original}",
    "stances": "Støttende: passasjer i casen bekrefter det; avvikende: de taler mot det eller "
    "sier at det mangler; blandet: begge deler; taus: ingenting sies om det.",
    "stances-sum": "Støttende, avvikende, blandede og tause caser er til sammen alle caser.",
    "several-findings": "En passasje kan telles under flere funn; en med blandet valens telles på "
    "begge sider. Informanter, organisasjoner og passasjer er de som ligger bak det som støtter "
    "et funn.",
    "never-silent": "En case med en passasje som påstanden handler om, er aldri taus: ord som "
    "ikke tar stilling, gjør den blandet.",
    "aside": "På ingen av sidene og ikke i noe tall: {passages} uten valens eller om noe som "
    "ønskes.",
    "aside-asserted": "På ingen av sidene: {passages} om noe som ønskes, eller uten valens der "
    "valensen avgjør.",
    "placed": "Plassert av analytikeren, ikke av kodingene: {cases}.",
    "loose-claims": "Uten case og ikke i noe tall: {passages}.",
    "chosen": "Sitatene er valgt av analytikeren, bare fra personer som har samtykket til å bli "
    "sitert. […] viser hva som er utelatt, hakeparenteser hva som er satt i stedet for andre ord.",
    "drafts": "Fortsatt utkast: {n} av {all}. Et funn er først endelig når det som taler mot det, "
    "er gjennomgått.",
    "broken-query": "Spørringen for disse nevner noe som prosjektet ikke lenger har, og finner "
    "ingenting: {propositions}.",
    "outcome-classes": "Tidlige endringer gjelder hvordan partene arbeider, systemendringer "
    "regler, finansiering og tjenester, endringer for målgruppen dem det hele er til for.",
    "outcome-levels": "Nivåer: {levels}. Flere resultater av samme slag står sammen; det høyeste "
    "nivået teller.",
    "outcome-signs": "Vurderinger: · ikke vurdert, NE for lite belegg.",
    "outcome-order": "Caser fra høyeste til laveste resultat: etter endringer for målgruppen, så "
    "systemendringer, tidlige endringer og navn.",
    "no-cause": "Rekkefølgen viser hva som følges ad, ikke hva som forårsaket hva.",
    "ordered-by": "{title}, ordnet etter {label}{values}",
    "uncharted": "{passages}, ikke oppsummert ennå",
    "rolled-cells": "En kode omfatter kodene under den. ‡ markerer et sammendrag som er utdatert: "
    "Etter at det ble skrevet, er en passasje som det hviler på, endret, borte eller kommet til.",
    "cells-waiting": "Ikke oppsummert ennå: {cells}.",
    "stale-cells": "Utdatert (‡), {count}: {cells}.",
    "rowless": "I ingen rad, siden det ikke er kjent hvem som sier dem, eller i hvilken rolle: "
    "{passages}.",
    "signs-ratings": "NE for svakt grunnlag, som ikke er den laveste verdien; · ikke vurdert; / "
    "ikke spurt; – ingenting sagt; ‡ utdatert. To verdier med skråstrek imellom: vurdererne er "
    "ikke enige.",
    "of-period": "Bare det som sies om denne perioden: {period}.",
    "rating-anchors": "Skala: {anchors}.",
    "rating-rules": "Regler for belegg: {rules}.",
    "rule": "{value}: {needs}",
    "rule-any": "enhver verdi",
    "rule-linked": "lenkede passasjer",
    "rule-people": "informanter fra {organisations}",
    "rule-actual": " (status faktisk)",
    "rule-or-document": " eller et dokument",
    "rule-document": "et dokument",
    "rule-contrary": "listen over det som taler imot, åpnet",
    "rating-evidence": "I parentes: hvem sine passasjer vurderingen er lenket til, og hvor mange "
    "av cellens passasjer som taler imot den.",
    "against": "{passages} imot",
    "other-outcome": "med det og det andre resultatet: {cases}",
    "raters": "To eller flere vurderere, {cells}: {same} med samme verdi, {near} med høyst ett "
    "trinns forskjell, {agreed} med en verdi de siden er blitt enige om.",
    "raters-alpha": "Samsvar mellom vurdererne: Krippendorffs alfa, ordinal, {alpha} ({cells} som "
    "minst to har vurdert med et tall).",
    "stale-ratings": "Utdatert (‡): {cells}.",
    "pair-cells": "Radene snakker om kolonnene: Hver celle lister opp gradene som oppgis, med "
    "antall passasjer i parentes; – ingenting sagt. Det regnes aldri gjennomsnitt av grader.",
    "pair-apart": "≠: de to sidenes midterste grader ligger to trinn eller mer fra hverandre.",
    "degree-scale": "Skalaen i rekkefølge ({book}): {values}.",
    "all-periods": "Alle perioder samlet.",
    "apart": "Parter som ikke er enige (≠): {pairs}.",
    "pairless": "Utelatt: {degrees} uten begge organisasjonene.",
    "signs-development": "▼ lavere enn i nærmeste foregående periode med en verdi; NE for svakt "
    "grunnlag; · ikke vurdert; – ingenting sagt; ‡ utdatert.",
    "median-degree": "Graden er medianen over parene som oppgis for perioden; hvert par telles én "
    "gang per aktivitet og grad.",
    "linear": "Samarbeid beveger seg like ofte i sirkler som langs en rett linje; en senere "
    "periode er ikke en bedre.",
    "setbacks": "Tilbakeslag: {fell} i vurderinger og grader, {entered} notert av analytikeren.",
    "events-loose": "Hendelser uten periode i tabellen: {events}",
}
