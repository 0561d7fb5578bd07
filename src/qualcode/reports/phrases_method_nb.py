"""The Norwegian words of the account of the method, the checklist and the findings."""

NOUNS = {
    "unit": ("{n} replikk", "{n} replikker"),
    "memo": ("{n} notat", "{n} notater"),
    "revision": ("{n} revisjon", "{n} revisjoner"),
    "label": ("{n} etikett", "{n} etiketter"),
    "cell": ("{n} celle", "{n} celler"),
    "rating": ("{n} vurdering", "{n} vurderinger"),
    "rater": ("{n} vurderer", "{n} vurderere"),
    "theme": ("{n} tema", "{n} temaer"),
    "finding": ("{n} funn", "{n} funn"),
    "proposition": ("{n} påstand", "{n} påstander"),
    "quote": ("{n} sitat", "{n} sitater"),
    "reply": ("{n} svar", "{n} svar"),
    "act": ("{n} handling", "{n} handlinger"),
    "minute": ("{n} minutt", "{n} minutter"),
    "coder": ("{n} koder", "{n} kodere"),
    "guide": ("{n} intervjuguide", "{n} intervjuguider"),
    "list": ("{n} liste", "{n} lister"),
    "role": ("{n} rolle", "{n} roller"),
    "stale": ("{n} celle eller vurdering", "{n} celler og vurderinger"),
}

WORDS = {
    "units": "informantenes replikker",
    "curve-median": "median av 1 000 rekkefølger",
    "curve-low": "5 %",
    "curve-high": "95 %",
    "interviews": "intervjuer",
    "met-so-far": "påtrufne underkoder og etiketter",
    "method": "Metode",
    "approach": "Tilnærming",
    "coding": "Koding",
    "book": "Kodebok",
    "interpreting": "Fra kodinger til utsagn",
    "checking": "Etterprøving",
    "criteria": "Troverdighet, kriterium for kriterium",
    "credibility": "Troverdighet",
    "transferability": "Overførbarhet",
    "dependability": "Pålitelighet",
    "confirmability": "Bekreftbarhet",
    "checklist": "Sjekkliste for rapportering (COREQ)",
    "item": "Punkt",
    "told": "I dette prosjektet",
    "author": "(fylles ut av forfatteren)",
    "findings": "Funn",
    "success-factor": "Suksessfaktorer",
    "pitfall": "Fallgruver",
    "propositions": "Påstander",
    "not-done": "Ikke gjort.",
}

SENTENCES = {
    "figure-coverage": "Hvor langt dokumentene er kodet",
    "figure-saturation": "Hva flere intervjuer tilfører: påtrufne underkoder og etiketter",
    "stance-reliability": "Materialet ble kodet deduktivt mot en kodebok som var fastlagt på "
    "forhånd. Koderne arbeidet uavhengig av hverandre; samsvaret mellom dem oppgis per "
    "kode med koeffisienter, og uenigheter er gjennomgått én for én.",
    "stance-codebook-with-dialogue": "Materialet ble kodet deduktivt mot en kodebok. Uenighet "
    "mellom kodere ble behandlet som informasjon og avklart i dialog; den er dokumentert, "
    "og ingen koeffisient for samsvar oppgis.",
    "stance-single-coder": "Materialet ble kodet deduktivt mot en kodebok av én person. Ingen "
    "andre har kodet de samme passasjene til sammenligning, og derfor oppgis ikke noe "
    "samsvar.",
    "directed": "Det som ikke passet til noen kode, fikk en egen etikett med informantenes eller "
    "koderens ord: {labels}, hvorav {decided} er avgjort.",
    "no-labels": "Det var ikke behov for etiketter for noe som ikke passet til en kode.",
    "revised": "Kodeboken ble revidert underveis: {revisions}.",
    "not-revised": "Kodeboken ble ikke revidert underveis.",
    "changes": "Endringer: {changes}.",
    "change-added": "lagt til {n}",
    "change-relabelled": "omdøpt {n}",
    "change-redefined": "omdefinert {n}",
    "change-moved": "flyttet {n}",
    "change-merged": "slått sammen {n}",
    "change-split": "delt {n}",
    "change-retired": "tatt ut {n}",
    "change-revived": "tatt i bruk igjen {n}",
    "change-changed": "endret på annen måte {n}",
    "units": "Dekning regnes i informantenes replikker: av {units} bærer {coded} en kode, {read} "
    "ble lest uten at det var noe å kode, {unread} er uleste.",
    "double": "I {documents} har minst to personer kodet.",
    "no-double": "Ingen dokumenter er kodet av to personer.",
    "assisted": "Begynte som et forslag fra programmet og ble overtatt av en person: {codings}.",
    "not-assisted": "Ingen koding begynte som et forslag fra et program.",
    "cells": "Sammenfattet: {cells} i rammeverksmatrisen, {final} av dem endelige.",
    "no-cells": "Ingen celle i rammeverksmatrisen er sammenfattet.",
    "ratings": "Vurderinger på den forankrede skalaen: {ratings} av {raters}, {agreed} felles; "
    "for {lacking} var grunnlaget ikke nok.",
    "no-ratings": "Betingelsene er ikke vurdert.",
    "themes": "{themes}: {deductive} fra kodeboken, {inductive} fra materialet.",
    "claims": "{findings}, {final} av dem endelige, og {propositions}; {quotes} ble valgt ut.",
    "no-claims": "Ingen funn eller påstander er formulert.",
    "opened": "Det som taler mot et utsagn eller en vurdering, ble listet opp av programmet og "
    "åpnet av analytikerne: {lists}.",
    "not-opened": "Ingen liste over motstridende belegg er åpnet.",
    "replies": "Informanter har svart på tolkningen av ordene sine: {replies} (enig {agree}, "
    "justerer {amend}, uenig {disagree}).",
    "no-replies": "Informantene er ikke spurt om tolkningen av ordene sine.",
    "memos": "Notater: {n} (analytiske {analytic}, metodiske {methodological}, refleksive "
    "{reflexive}).",
    "no-memos": "Det ble ikke skrevet notater.",
    "audit": "Hver endring er registrert med hvem som gjorde den og når: {acts}. Prosjektets "
    "dataversjon er {state}; programmet er qualcode {program}.",
    "replaced": "Erstattet av rettede utskrifter: {documents}. Kodingene ble ført over, og de "
    "som hadde fått endrede ord, ble lest på nytt.",
    "consent": "Samtykke til å bli sitert: ja {yes}, nei {no}, ukjent {unknown}. Ukjent regnes "
    "som nei.",
    "guides": "{guides} sier hva det ble spurt om.",
    "no-guides": "Det er ikke notert hva det ble spurt om.",
    "described": "{informants} med {roles} i {cases}.",
    "stale-front": "Utdatert: {stale} hviler på noe som er endret siden.",
    "not-stale-front": "Ingenting i rapporten er utdatert.",
    "sample-roles": "Roller: {roles}.",
    "length": "{words}; {minutes} der utskriftene har tider.",
    "length-words": "{words}.",
    "saturation": "Se figuren over hva flere intervjuer tilfører.",
    "no-saturation": "Ikke beregnet: det er for få etiketter eller intervjuer.",
    "tree": "{codes} i et tre; se kodeboken.",
    "derived": "{deductive} fra teorien, {inductive} fra materialet.",
    "software": "qualcode {program}.",
    "quoted": "Sitatene står med pseudonym og rolle og med en nøkkel som fører tilbake til "
    "passasjen.",
    "no-quotes-here": "Denne utgaven inneholder ingen sitater.",
    "major": "{names}.",
    "minor": "Motsigende caser og det som taler mot hvert tema, står i tabellen over temaer.",
    "for-against": "Støttes i {supporting}, motsies i {contrary}, blandet i {mixed}, ikke omtalt "
    "i {silent}.",
    "met": "Hvordan det ble møtt: {met}",
    "draft": "Utkast.",
    "verdict": "Konklusjon: {verdict}.",
    "rival": "Alternativ forklaring: {rival}",
    "in-favour": "Taler for: {cases}.",
    "opposing": "Taler mot: {cases}.",
}
