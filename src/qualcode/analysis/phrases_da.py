"""The Danish words of the tables."""

NOUNS = {
    "case": ("{n} case", "{n} cases"),
    "document": ("{n} dokument", "{n} dokumenter"),
    "informant": ("{n} informant", "{n} informanter"),
    "passage": ("{n} passage", "{n} passager"),
    "degree": ("{n} gradsangivelse", "{n} gradsangivelser"),
    "coder": ("{n} koder", "{n} kodere"),
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
}

VALUES = {
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
}
