"""Which language a transcript is in, by its commonest words and letters."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")

_COMMON = {
    "sv": "och att är inte det som jag för på har vi också när från hur där eller nu ju väldigt "
    "mycket sig vad någon något några alla blir blev säga till av med den ett en de dom om man "
    "var så men kan ska skulle vill måste här bara efter varit hade mig dig igen lite just nej "
    "sånt sen mer många olika våra vår alltså faktiskt tycker tror vet gör göra får fick finns "
    "kommer ganska kanske bättre",
    "da": "og at er ikke jeg det som af til har hvad hvor når også nogle noget nogen være blevet "
    "blev meget mig dig sig efter havde nej ud op ned bliver gør lige måske kunne skulle fra med "
    "den et en de om man var så men kan skal vil vi for på der her havde været mere hvis eller "
    "mange andre vores os altså egentlig synes tror ved lidt bare få fik godt jo ikk hvordan selv "
    "sammen sådan kommer siger haft gøre meget",
    "nb": "og at er ikke jeg det som av til har hva hvor når også noen noe være blitt ble mye meg "
    "deg seg etter hadde nei ut opp ned blir gjør kanskje veldig kunne skulle fra med den et en "
    "de om man var så men kan skal vil vi for på der her vært mer hvis eller mange andre våre oss "
    "altså egentlig synes tror vet litt bare få fikk godt jo hvordan selv sammen sånn kommer sier "
    "hatt gjøre fram",
    "nn": "og at er ikkje eg det som av til har kva kor når også nokon noko vere vore blitt vart "
    "mykje meg deg seg etter hadde nei ut opp ned blir vert gjer kanskje veldig kunne skulle frå "
    "med den eit ein ei dei om ein var så men kan skal vil vi me for på der her meir viss eller "
    "mange andre våre oss altså eigentleg synest trur veit litt berre få fekk godt jo korleis "
    "sjølv saman slik kjem seier hatt gjere fram kvar kven difor sidan òg kome gjekk sånn anna",
    "en": "the and of to that is was it you we not have this are they with for be what but so "
    "there from about would were as on at or an if do my can all just like think know really "
    "because who when them their our which been more how your people very had has did he she "
    "don going then some well said",
}
_LETTERS = {"sv": "äö", "da": "æø", "nb": "æø", "nn": "æø"}
_LEAST_SHARE = 0.2
_LEAST_WORDS = 4


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word, what it tells for each language: much for one's own, little if shared."""
    owners: dict[str, list[str]] = {}
    for language, words in _COMMON.items():
        for word in set(words.split()):
            owners.setdefault(word, []).append(language)
    return {word: tuple((at, 1 / len(of) ** 2) for at in of) for word, of in owners.items()}


def recognise(text: str) -> str | None:
    """`sv`, `da`, `nb`, `nn` or `en`; None when the text is too short or in another language."""
    counts = Counter(_WORD.findall(text[:200_000].lower()))
    known = 0
    scores = dict.fromkeys(_COMMON, 0.0)
    for word, count in counts.items():
        for language, weight in _weights().get(word, ()):
            scores[language] += weight * count
        known += count if word in _weights() else 0
        for language, letters in _LETTERS.items():
            if not set(letters).isdisjoint(word):
                scores[language] += count * 0.1
    best = max(scores, key=lambda language: scores[language])
    if known < _LEAST_WORDS or known < _LEAST_SHARE * counts.total():
        return None
    return best if sorted(scores.values())[-2] < scores[best] else None
