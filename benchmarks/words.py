"""Pseudo-Nordic prose: ordinary words of three languages in an order that says nothing."""

from __future__ import annotations

from random import Random

WORDS = {
    "sv": """vi och att det som för inte med på men så när då också kanske egentligen skolan
    kommunen föreningen möte mötet gång gånger år året ungdomar föräldrar lärare pengar avtal
    hjälpa höra göra började fortsätter bestämde träffas ringer frågar behöver försöker mål
    gemensamt långsamt tydligt svårt lätt ofta sällan varje några alla ingen någon där här
    idrottshallen fritidsgården socialtjänsten näringslivet mätning siffror uppföljning
    förtroende ansvar styrgrupp samordnare långsiktigt överens hållbart arbetssätt öppet""",
    "da": """vi og at det som for ikke med på men så når da også måske egentlig skolen
    kommunen foreningen møde mødet gang gange år året unge forældre lærere penge aftale
    hjælpe høre gøre begyndte fortsætter bestemte mødes ringer spørger behøver forsøger mål
    fælles langsomt tydeligt svært let ofte sjældent hver nogle alle ingen nogen dér her
    boligområdet klubben jobcentret erhvervslivet måling tal opfølgning tillid ansvar
    styregruppe koordinator langsigtet enige bæredygtigt arbejdsform åbent øvelse æble""",
    "nb": """vi og at det som for ikke med på men så når da også kanskje egentlig skolen
    kommunen foreningen møte møtet gang ganger år året ungdommer foreldre lærere penger avtale
    hjelpe høre gjøre begynte fortsetter bestemte møtes ringer spør trenger forsøker mål
    felles langsomt tydelig vanskelig lett ofte sjelden hver noen alle ingen der her
    frivilligsentralen ungdomsklubben helsestasjonen næringslivet måling tall oppfølging
    tillit ansvar styringsgruppe koordinator langsiktig enige bærekraftig arbeidsmåte åpent""",
}
LANGUAGES = tuple(WORDS)
_LISTS = {language: tuple(text.split()) for language, text in WORDS.items()}


def sentence(random: Random, language: str, end: str = ".") -> str:
    """A sentence of five to sixteen words, some of them with a comma behind."""
    words = random.choices(_LISTS[language], k=random.randint(5, 16))
    middle = random.randrange(2, len(words) - 1)
    if random.random() < 0.4:
        words[middle] += ","
    text = " ".join(words)
    return text[0].upper() + text[1:] + end
