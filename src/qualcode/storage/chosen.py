"""Chosen quotes in the project file: places in passages, never a copy of their words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qualcode.domain.chosen import ChosenQuote, Translation
from qualcode.domain.quote_wording import Replacement, Trimming, rebased
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

_LIST = (
    "SELECT q.id, q.owner_kind, q.owner, q.coding_id, s.document_id, k.id, p.id,"
    " substr(v.text, s.start + 1, s.stop - s.start), d.language, q.side, q.cuts, q.replacements,"
    " q.corrections, q.version_id = s.version_id, q.start, q.stop, s.start, s.stop,"
    " q.attribution, q.translation, q.translation_language, q.translator, q.withheld,"
    " c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0 AND s.version_id = d.version_id"
    " FROM chosen_quotes q JOIN codings c ON c.id = q.coding_id"
    " JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id"
    " JOIN text_versions v ON v.id = s.version_id"
    " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
    " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
    " LEFT JOIN participants a ON a.id = sp.participant_id AND a.deleted = 0"
    " LEFT JOIN participants b ON b.id = d.participant_id AND b.deleted = 0"
    " LEFT JOIN participants p ON p.id = coalesce(a.id, b.id)"
    " WHERE q.deleted = 0"
)


def chosen(store: Store) -> list[ChosenQuote]:
    """All chosen quotes in the order they were chosen, with the words of their passages."""
    return [_quote(row) for row in store.rows(f"{_LIST} ORDER BY q.position, q.id")]


def _quote(row: tuple[Any, ...]) -> ChosenQuote:
    kept, same, then, now = row[10:13], bool(row[13]), row[14:16], row[16:18]
    text, into, translator = row[19:22]
    live = bool(row[23])
    trimming = Trimming(
        tuple((one[0], one[1]) for one in json.loads(kept[0])),
        tuple(Replacement(*one) for one in json.loads(kept[1])),
        tuple(json.loads(kept[2])),
    )
    fitted, fits = _fitted(trimming, same, then, now)
    return ChosenQuote(
        id=row[0],
        owner_kind=row[1],
        owner=row[2],
        coding=row[3],
        document_id=row[4],
        case_id=row[5],
        participant_id=row[6],
        passage=row[7] if live else "",
        language=row[8],
        side=row[9],
        trimming=fitted if live else Trimming(),
        attribution=row[18],
        translation=Translation(text, into, translator) if text is not None else None,
        withheld=row[22],
        stale=not fits,
        gone=not live,
    )


def _fitted(
    trimming: Trimming, same: bool, then: tuple[int, ...], now: tuple[int, ...]
) -> tuple[Trimming, bool]:
    """What was done to the passage, in its places of today, and whether nothing of it is lost.

    In another version of the text places are only trusted while the passage is as long as it was.
    """
    if same:
        return rebased(trimming, (then[0], then[1]), (now[0], now[1]))
    if then[1] - then[0] == now[1] - now[0]:
        return trimming, False
    return replace(trimming, cuts=(), replacements=()), False


def choose(act: Act, owner: tuple[str, str], coding_id: str, side: str) -> str | None:
    """Choose a coding as a quote for something; None when its words are chosen for it already."""
    store = act.store
    if _chosen_for(store, owner, coding_id):
        return None
    place = store.row(
        "SELECT s.version_id, s.start, s.stop FROM codings c"
        " JOIN segments s ON s.id = c.segment_id WHERE c.id = ?",
        (coding_id,),
    )
    assert place is not None
    row = {
        "owner_kind": owner[0],
        "owner": owner[1],
        "coding_id": coding_id,
        "side": side,
        **dict(zip(("version_id", "start", "stop"), place, strict=True)),
        "position": store.value("SELECT coalesce(max(position), 0) + 1 FROM chosen_quotes"),
        "created": store.clock(),
    }
    return act.insert("chosen_quotes", row)


def change(act: Act, quote_id: str, values: Mapping[str, Any]) -> bool:
    """Set columns of a quote as they are."""
    return act.update("chosen_quotes", quote_id, values)


def swap(act: Act, quote_id: str, other_id: str) -> None:
    """Let two quotes change places in the order."""
    places = dict(
        act.store.rows(
            "SELECT id, position FROM chosen_quotes WHERE id IN (?, ?)", (quote_id, other_id)
        )
    )
    act.update("chosen_quotes", quote_id, {"position": places[other_id]})
    act.update("chosen_quotes", other_id, {"position": places[quote_id]})


def trim(act: Act, quote: ChosenQuote, trimming: Trimming) -> bool:
    """Keep what is done to the words of a quote, with the extent that its passage has now."""
    place = act.store.row(
        "SELECT s.version_id, s.start, s.stop FROM codings c"
        " JOIN segments s ON s.id = c.segment_id WHERE c.id = ?",
        (quote.coding,),
    )
    assert place is not None
    replaced = [[one.start, one.end, one.text] for one in trimming.replacements]
    return change(
        act,
        quote.id,
        {
            "cuts": json.dumps(trimming.cuts),
            "replacements": json.dumps(replaced, ensure_ascii=False),
            "corrections": json.dumps(trimming.corrections),
            **dict(zip(("version_id", "start", "stop"), place, strict=True)),
        },
    )


def move(act: Act, owner: tuple[str, str], into: str) -> None:
    """Let the quotes of one thing be those of another of its kind; each coding once."""
    for quote_id, coding in act.store.rows(
        "SELECT id, coding_id FROM chosen_quotes WHERE owner_kind = ? AND owner = ?"
        " AND deleted = 0 ORDER BY position",
        owner,
    ):
        if _chosen_for(act.store, (owner[0], into), coding):
            act.remove("chosen_quotes", quote_id)
        else:
            act.update("chosen_quotes", quote_id, {"owner": into})


def lead(act: Act, coding: str, into: str) -> None:
    """Let the quotes of a coding that gives way be quotes of the one that stays."""
    for quote_id, owner_kind, owner in act.store.rows(
        "SELECT id, owner_kind, owner FROM chosen_quotes WHERE coding_id = ? AND deleted = 0",
        (coding,),
    ):
        if _chosen_for(act.store, (owner_kind, owner), into, quote_id):
            act.remove("chosen_quotes", quote_id)
        else:
            act.update("chosen_quotes", quote_id, {"coding_id": into})


def _chosen_for(store: Store, owner: tuple[str, str], coding: str, but: str = "") -> bool:
    """Whether the passage of a coding is chosen for something, by this coding or another.

    A quote whose coding is gone does not count, nor the quote `but`.
    """
    return bool(
        store.row(
            "SELECT 1 FROM chosen_quotes q JOIN codings c ON c.id = q.coding_id"
            " JOIN segments s ON s.id = c.segment_id JOIN segments o ON o.version_id = s.version_id"
            " AND o.start = s.start AND o.stop = s.stop JOIN codings n ON n.segment_id = o.id"
            " WHERE q.owner_kind = ? AND q.owner = ? AND n.id = ? AND q.id <> ? AND q.deleted = 0"
            " AND (c.deleted = 0 OR c.id = n.id)",
            (*owner, coding, but),
        )
    )
