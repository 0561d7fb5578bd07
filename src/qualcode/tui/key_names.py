"""Keys as people write them, and as the terminal library names them."""

from __future__ import annotations

import unicodedata

from textual.keys import Keys

from qualcode.tui.words import _, marked

GLYPHS = {
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": marked("page up"),
    "pagedown": marked("page down"),
    "space": marked("space"),
}
"""What is written for keys whose names nobody uses, or that keyboards name in their language."""

NOT_TOLD_APART = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
"""Keys that most terminals send as other ones."""

_OTHER_WORDS = {
    **{glyph: name for name, glyph in GLYPHS.items()},
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
}
_OTHER_SIGNS = "§°¦©®¤"
"""Signs of a keyboard that count as pictures in the tables of signs."""
_MODIFIERS = {"alt", "ctrl", "hyper", "meta", "shift", "super"}
_NAMED = {key.value for key in Keys if "+" not in key.value and not key.value.startswith("<")}


def shown(key: str) -> str:
    """A key as people write it: `?`, `page up`, `ctrl+p`, `F1`, in the reader's language."""
    *before, last = key.split("+")
    name = _(GLYPHS[last]) if last in GLYPHS else last
    name = name.upper() if name[:1] == "f" and name[1:].isdigit() else name
    return "+".join((*before, name))


def is_typed(key: str) -> bool:
    """Whether a key writes a sign where one types."""
    return len(key) == 1 or key == "space" or _sign_named(key)


def key_named(words: str) -> str | None:
    """The library's name of a key that somebody wrote; None when there is no such key."""
    text = words.strip()
    if text.endswith("++"):
        before, last = text[:-2].split("+"), "plus"
    elif text == "+":
        before, last = [], "plus"
    else:
        *before, last = text.split("+")
    modifiers = sorted(part.strip().lower() for part in before)
    if not set(modifiers) <= _MODIFIERS or len(set(modifiers)) < len(modifiers):
        return None
    name = _plain_key(last.strip())
    if name is None:
        return None
    if len(name) == 1 and name.isalpha():
        if modifiers == ["shift"]:
            return name.upper()
        if modifiers:
            name = name.lower()
    return "+".join((*modifiers, name))


def _plain_key(words: str) -> str | None:
    """The name of a key without modifiers."""
    if len(words) == 1 and words.isalnum():
        return words
    spoken = {_(glyph).lower(): name for name, glyph in GLYPHS.items()}
    low = {**_OTHER_WORDS, **spoken}.get(words.lower(), words.lower())
    if low in _NAMED or low in GLYPHS or _sign_named(low):
        return low
    return _name_of(words) if len(words) == 1 and _on_keyboards(words) else None


def _sign_named(name: str) -> bool:
    """Whether this is the library's name of a sign, as `full_stop` is of `.`"""
    if name in GLYPHS:
        return len(GLYPHS[name]) == 1 and name not in ("left", "right", "up", "down")
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return _name_of(sign) == name and _on_keyboards(sign)


def _on_keyboards(sign: str) -> bool:
    """Whether it is a letter, a digit or a sign that a keyboard has: no picture, no ornament."""
    kind = unicodedata.category(sign)
    return kind[0] in "LNP" or kind in ("Sm", "Sc", "Sk") or sign in _OTHER_SIGNS


def _name_of(sign: str) -> str:
    """The library's name of a sign."""
    return unicodedata.name(sign, sign).lower().replace("-", "_").replace(" ", "_")
