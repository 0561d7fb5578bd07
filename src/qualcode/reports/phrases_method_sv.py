"""The Swedish words of the account of the method, the checklist and the findings."""

NOUNS = {
    "unit": ("{n} replik", "{n} repliker"),
    "memo": ("{n} anteckning", "{n} anteckningar"),
    "revision": ("{n} revidering", "{n} revideringar"),
    "label": ("{n} etikett", "{n} etiketter"),
    "cell": ("{n} cell", "{n} celler"),
    "rating": ("{n} bedömning", "{n} bedömningar"),
    "rater": ("{n} bedömare", "{n} bedömare"),
    "theme": ("{n} tema", "{n} teman"),
    "finding": ("{n} resultat", "{n} resultat"),
    "proposition": ("{n} påstående", "{n} påståenden"),
    "quote": ("{n} citat", "{n} citat"),
    "reply": ("{n} svar", "{n} svar"),
    "act": ("{n} händelse", "{n} händelser"),
    "minute": ("{n} minut", "{n} minuter"),
    "coder": ("{n} kodare", "{n} kodare"),
    "guide": ("{n} intervjuguide", "{n} intervjuguider"),
    "list": ("{n} lista", "{n} listor"),
    "role": ("{n} roll", "{n} roller"),
    "stale": ("{n} cell eller bedömning", "{n} celler och bedömningar"),
}

WORDS = {
    "units": "informanternas repliker",
    "curve-median": "median av 1 000 ordningar",
    "curve-low": "5 %",
    "curve-high": "95 %",
    "interviews": "intervjuer",
    "met-so-far": "påträffade underkoder och etiketter",
    "method": "Metod",
    "approach": "Ansats",
    "coding": "Kodning",
    "book": "Kodbok",
    "interpreting": "Från kodningar till påståenden",
    "checking": "Prövning",
    "criteria": "Tillförlitlighet, kriterium för kriterium",
    "credibility": "Trovärdighet",
    "transferability": "Överförbarhet",
    "dependability": "Pålitlighet",
    "confirmability": "Bekräftbarhet",
    "checklist": "Checklista för rapportering (COREQ)",
    "item": "Punkt",
    "told": "I detta projekt",
    "author": "(fylls i av författaren)",
    "findings": "Resultat",
    "success-factor": "Framgångsfaktorer",
    "pitfall": "Fallgropar",
    "propositions": "Påståenden",
    "not-done": "Inte gjort.",
}

SENTENCES = {
    "figure-coverage": "Hur långt dokumenten är kodade",
    "figure-saturation": "Vad ytterligare intervjuer tillför: påträffade underkoder och etiketter",
    "stance-reliability": "Materialet kodades deduktivt mot en kodbok som lagts fast i förväg. "
    "Kodarna arbetade oberoende av varandra; deras överensstämmelse redovisas per kod med "
    "koefficienter, och oenigheter har granskats en för en.",
    "stance-codebook-with-dialogue": "Materialet kodades deduktivt mot en kodbok. Oenighet mellan "
    "kodare behandlades som information och löstes i dialog; den finns dokumenterad, och "
    "ingen koefficient för överensstämmelse redovisas.",
    "stance-single-coder": "Materialet kodades deduktivt mot en kodbok av en person. Ingen annan "
    "har kodat samma passager för jämförelse, och därför redovisas ingen "
    "överensstämmelse.",
    "directed": "Det som inte passade någon kod fick en egen etikett med informanternas eller "
    "kodarens ord: {labels}, varav {decided} är avgjorda.",
    "no-labels": "Ingen etikett behövdes för sådant som inte passade någon kod.",
    "revised": "Kodboken reviderades under arbetet: {revisions}.",
    "not-revised": "Kodboken reviderades inte under arbetet.",
    "changes": "Ändringar: {changes}.",
    "change-added": "tillagda {n}",
    "change-relabelled": "omdöpta {n}",
    "change-redefined": "omdefinierade {n}",
    "change-moved": "flyttade {n}",
    "change-merged": "sammanslagna {n}",
    "change-split": "delade {n}",
    "change-retired": "avvecklade {n}",
    "change-revived": "återupptagna {n}",
    "change-changed": "ändrade på annat sätt {n}",
    "units": "Täckning räknas i informanternas repliker: av {units} bär {coded} en kod, {read} "
    "lästes utan att något fanns att koda, {unread} är olästa.",
    "double": "I {documents} har minst två personer kodat.",
    "no-double": "Inget dokument har kodats av två personer.",
    "assisted": "Började som ett förslag från programmet och togs över av en person: {codings}.",
    "not-assisted": "Ingen kodning började som ett förslag från ett program.",
    "cells": "Sammanfattade: {cells} i ramverksmatrisen, varav {final} slutgiltiga.",
    "no-cells": "Ingen cell i ramverksmatrisen har sammanfattats.",
    "ratings": "Bedömningar på den förankrade skalan: {ratings} av {raters}, {agreed} gemensamma; "
    "för {lacking} räckte underlaget inte.",
    "no-ratings": "Villkoren har inte bedömts.",
    "themes": "{themes}: {deductive} ur kodboken, {inductive} ur materialet.",
    "claims": "{findings}, varav {final} slutgiltiga, och {propositions}; {quotes} valdes ut.",
    "no-claims": "Inga resultat eller påståenden har formulerats.",
    "opened": "Det som talar emot ett påstående eller en bedömning listades av programmet och "
    "öppnades av analytikerna: {lists}.",
    "not-opened": "Ingen lista med motstridigt underlag har öppnats.",
    "replies": "Informanter har svarat på tolkningen av deras ord: {replies} (instämmer {agree}, "
    "justerar {amend}, invänder {disagree}).",
    "no-replies": "Informanterna har inte tillfrågats om tolkningen av deras ord.",
    "memos": "Memon: {n} (analytiska {analytic}, metodologiska {methodological}, "
    "reflexiva {reflexive}).",
    "no-memos": "Inga memon skrevs.",
    "audit": "Varje ändring är registrerad med vem som gjorde den och när: {acts}. Projektets "
    "dataversion är {state}; programmet är qualcode {program}.",
    "replaced": "Ersatta av rättade utskrifter: {documents}. Kodningarna fördes över, och de "
    "vars ord ändrats lästes om.",
    "consent": "Samtycke till att citeras: ja {yes}, nej {no}, okänt {unknown}. Okänt räknas som "
    "nej.",
    "guides": "{guides} anger vad som frågades.",
    "no-guides": "Det finns ingen uppgift om vad som frågades.",
    "described": "{informants} med {roles} i {cases}.",
    "stale-front": "Inaktuellt: {stale} vilar på något som har ändrats sedan dess.",
    "not-stale-front": "Inget i rapporten är inaktuellt.",
    "sample-roles": "Roller: {roles}.",
    "length": "{words}; {minutes} där utskrifterna har tider.",
    "length-words": "{words}.",
    "saturation": "Se figuren över vad ytterligare intervjuer tillför.",
    "no-saturation": "Inte beräknad: det finns för få etiketter eller intervjuer.",
    "tree": "{codes} i ett träd; se kodboken.",
    "derived": "{deductive} ur teorin, {inductive} ur materialet.",
    "software": "qualcode {program}.",
    "quoted": "Citaten anges med pseudonym och roll och med en nyckel som leder tillbaka till "
    "passagen.",
    "no-quotes-here": "Denna version innehåller inga citat.",
    "major": "{names}.",
    "minor": "Motsägande fall och det som talar emot varje tema står i tabellen över teman.",
    "for-against": "Stöds i {supporting}, motsägs i {contrary}, blandat i {mixed}, inget sagt i "
    "{silent}.",
    "met": "Hur den hanterades: {met}",
    "draft": "Utkast.",
    "verdict": "Slutsats: {verdict}.",
    "rival": "Alternativ förklaring: {rival}",
    "in-favour": "Talar för: {cases}.",
    "opposing": "Talar emot: {cases}.",
}
