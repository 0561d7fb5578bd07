"""The Norwegian (bokmål) words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} caser"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passasje", "{n} passasjer"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "coder": ("{n} koder", "{n} kodere"),
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
}

VALUES = {
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
}
