"""The Danish words of the account of the method, the checklist and the findings."""

NOUNS = {
    "unit": ("{n} replik", "{n} replikker"),
    "memo": ("{n} notat", "{n} notater"),
    "revision": ("{n} revision", "{n} revisioner"),
    "label": ("{n} etiket", "{n} etiketter"),
    "cell": ("{n} celle", "{n} celler"),
    "rating": ("{n} vurdering", "{n} vurderinger"),
    "rater": ("{n} bedømmer", "{n} bedømmere"),
    "theme": ("{n} tema", "{n} temaer"),
    "finding": ("{n} fund", "{n} fund"),
    "proposition": ("{n} påstand", "{n} påstande"),
    "quote": ("{n} citat", "{n} citater"),
    "reply": ("{n} svar", "{n} svar"),
    "act": ("{n} handling", "{n} handlinger"),
    "minute": ("{n} minut", "{n} minutter"),
    "coder": ("{n} koder", "{n} kodere"),
    "guide": ("{n} interviewguide", "{n} interviewguider"),
    "list": ("{n} liste", "{n} lister"),
    "role": ("{n} rolle", "{n} roller"),
    "stale": ("{n} celle eller vurdering", "{n} celler og vurderinger"),
}

WORDS = {
    "units": "informanternes replikker",
    "curve-median": "median af 1.000 rækkefølger",
    "curve-low": "5 %",
    "curve-high": "95 %",
    "interviews": "interview",
    "met-so-far": "mødte underkoder og etiketter",
    "method": "Metode",
    "approach": "Tilgang",
    "coding": "Kodning",
    "book": "Kodebog",
    "interpreting": "Fra kodninger til udsagn",
    "checking": "Efterprøvning",
    "criteria": "Troværdighed, kriterium for kriterium",
    "credibility": "Troværdighed",
    "transferability": "Overførbarhed",
    "dependability": "Pålidelighed",
    "confirmability": "Bekræftbarhed",
    "checklist": "Tjekliste for rapportering (COREQ)",
    "item": "Punkt",
    "told": "I dette projekt",
    "author": "(udfyldes af forfatteren)",
    "findings": "Fund",
    "success-factor": "Succesfaktorer",
    "pitfall": "Faldgruber",
    "propositions": "Påstande",
    "not-done": "Ikke gjort.",
}

SENTENCES = {
    "figure-coverage": "Hvor langt dokumenterne er kodet",
    "figure-saturation": "Hvad flere interview tilføjer: mødte underkoder og etiketter",
    "stance-reliability": "Materialet blev kodet deduktivt efter en kodebog, der var fastlagt på "
    "forhånd. Koderne arbejdede uafhængigt af hinanden; deres overensstemmelse opgøres "
    "pr. kode med koefficienter, og uenigheder er gennemgået én for én.",
    "stance-codebook-with-dialogue": "Materialet blev kodet deduktivt efter en kodebog. Uenighed "
    "mellem kodere blev behandlet som information og afklaret i dialog; den er "
    "dokumenteret, og der opgøres ingen koefficient for overensstemmelse.",
    "stance-single-coder": "Materialet blev kodet deduktivt efter en kodebog af én person. Ingen "
    "anden har kodet de samme passager til sammenligning, og derfor opgøres ingen "
    "overensstemmelse.",
    "directed": "Det, der ikke passede til nogen kode, fik sin egen etiket med informanternes "
    "eller koderens ord: {labels}, hvoraf {decided} er afgjort.",
    "no-labels": "Der var ikke brug for etiketter til noget, der ikke passede til en kode.",
    "revised": "Kodebogen blev revideret undervejs: {revisions}.",
    "not-revised": "Kodebogen blev ikke revideret undervejs.",
    "changes": "Ændringer: {changes}.",
    "change-added": "tilføjet {n}",
    "change-relabelled": "omdøbt {n}",
    "change-redefined": "omdefineret {n}",
    "change-moved": "flyttet {n}",
    "change-merged": "lagt sammen {n}",
    "change-split": "delt {n}",
    "change-retired": "udgået {n}",
    "change-revived": "genoptaget {n}",
    "change-changed": "ændret på anden måde {n}",
    "units": "Dækning opgøres i informanternes replikker: af {units} bærer {coded} en kode, "
    "{read} blev læst uden at der var noget at kode, {unread} er ulæste.",
    "double": "I {documents} har mindst to personer kodet.",
    "no-double": "Intet dokument er kodet af to personer.",
    "assisted": "Begyndte som et forslag fra programmet og blev overtaget af en person: {codings}.",
    "not-assisted": "Ingen kodning begyndte som et forslag fra et program.",
    "cells": "Sammenfattet: {cells} i rammematricen, heraf {final} endelige.",
    "no-cells": "Ingen celle i rammematricen er sammenfattet.",
    "ratings": "Vurderinger på den forankrede skala: {ratings} af {raters}, {agreed} fælles; for "
    "{lacking} rakte grundlaget ikke.",
    "no-ratings": "Betingelserne er ikke vurderet.",
    "themes": "{themes}: {deductive} fra kodebogen, {inductive} fra materialet.",
    "claims": "{findings}, heraf {final} endelige, og {propositions}; {quotes} blev udvalgt.",
    "no-claims": "Der er ikke formuleret fund eller påstande.",
    "opened": "Det, der taler imod et udsagn eller en vurdering, blev listet af programmet og "
    "åbnet af analytikerne: {lists}.",
    "not-opened": "Ingen liste over modstridende belæg er åbnet.",
    "replies": "Informanter har svaret på læsningen af deres ord: {replies} (enig {agree}, "
    "justerer {amend}, uenig {disagree}).",
    "no-replies": "Informanterne er ikke spurgt om læsningen af deres ord.",
    "memos": "Notater: {n} (analytiske {analytic}, metodiske {methodological}, refleksive "
    "{reflexive}).",
    "no-memos": "Der blev ikke skrevet notater.",
    "audit": "Hver ændring er registreret med hvem der lavede den og hvornår: {acts}. Projektets "
    "dataversion er {state}; programmet er qualcode {program}.",
    "replaced": "Erstattet af rettede udskrifter: {documents}. Kodningerne blev ført over, og "
    "dem, hvis ord var ændret, blev læst igen.",
    "consent": "Samtykke til at blive citeret: ja {yes}, nej {no}, ukendt {unknown}. Ukendt "
    "tæller som nej.",
    "guides": "{guides} angiver, hvad der blev spurgt om.",
    "no-guides": "Det er ikke noteret, hvad der blev spurgt om.",
    "described": "{informants} med {roles} i {cases}.",
    "stale-front": "Forældet: {stale} hviler på noget, der siden er ændret.",
    "not-stale-front": "Intet i rapporten er forældet.",
    "sample-roles": "Roller: {roles}.",
    "length": "{words}; {minutes} hvor udskrifterne har tider.",
    "length-words": "{words}.",
    "saturation": "Se figuren over, hvad yderligere interview tilføjer.",
    "no-saturation": "Ikke beregnet: der er for få etiketter eller interview.",
    "tree": "{codes} i et træ; se kodebogen.",
    "derived": "{deductive} fra teorien, {inductive} fra materialet.",
    "software": "qualcode {program}.",
    "quoted": "Citater står med pseudonym og rolle og med en nøgle, der fører tilbage til "
    "passagen.",
    "no-quotes-here": "Denne udgave indeholder ingen citater.",
    "major": "{names}.",
    "minor": "Modsigende cases og det, der taler imod hvert tema, står i tabellen over temaer.",
    "for-against": "Støttes i {supporting}, modsiges i {contrary}, blandet i {mixed}, intet sagt "
    "i {silent}.",
    "met": "Hvordan det blev mødt: {met}",
    "draft": "Udkast.",
    "verdict": "Konklusion: {verdict}.",
    "rival": "Alternativ forklaring: {rival}",
    "in-favour": "Taler for: {cases}.",
    "opposing": "Taler imod: {cases}.",
}
