"""Changing a codebook file that people write in: only what differs is touched.

The file is cut at the marks that the YAML parser gives and put together again, so that comments,
order, quotation marks and line breaks of everything else stay to the letter, and a diff in git
shows what was meant. A comment belongs to the entry below it.
"""

from __future__ import annotations

from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.exchange.codebook_yaml import as_yaml, check, dump, shown

Edit = tuple[int, int, str]
"""Text from the first index (in code points) up to the second gives way to the third."""

_IDENTIFIED = ("codes", "themes", "values")
"""Lists whose entries are known by their `id`."""

_UNBROKEN = 10_000_000
"""A width that no line reaches."""


def rewrite(old: str, book: Codebook) -> str:
    """The file `old` as it says `book`; written anew when it is not a sound file of that codebook.

    Also written anew when it is laid out so that it cannot be changed piece by piece.
    """
    text = old.removeprefix("\ufeff")
    was, _ = check(text)
    if was is None or was.id != book.id:
        return dump(book)
    lines = text.replace("\r\n", "\n")
    try:
        changed = _File(lines).changed(shown(was), shown(book))
    except _NotPiecemeal:
        return dump(book)
    if check(changed)[0] != book:
        return dump(book)
    return changed.replace("\n", "\r\n") if "\r\n" in text else changed


class _NotPiecemeal(Exception):
    """This part can only be written anew as a whole."""


class _File:
    """The text of a file and where its parts begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"

    def changed(self, was: dict[str, Any], now: dict[str, Any]) -> str:
        """The text with what differs between the two."""
        import yaml

        root = yaml.compose(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if not _is_block(root, "MappingNode"):
            raise _NotPiecemeal
        return self._with(0, len(self.text), self._in_mapping(root, was, now))

    def _in_mapping(self, node: Any, was: dict[str, Any], now: dict[str, Any]) -> list[Edit]:
        entries = {key.value: (key, value) for key, value in node.value}
        edits: list[Edit] = []
        for name, (key, value) in entries.items():
            if was.get(name) == now.get(name):
                continue
            if name in now:
                edits += self._in_value(name, key, value, (was.get(name), now[name]))
            else:
                edits.append((self._line_of(key), self._line_after(value), ""))
        column = node.start_mark.column
        after = node.value[0][1]
        for name, part in now.items():
            if name in entries:
                after = entries[name][1]
            elif was.get(name) != part:
                at = self._line_after(after)
                edits.append((at, at, _indented(as_yaml({name: part}), column)))
        return edits

    def _in_value(self, name: str, key: Any, node: Any, values: tuple[Any, Any]) -> list[Edit]:
        was, now = values
        if isinstance(was, dict) and isinstance(now, dict) and _is_block(node, "MappingNode"):
            return self._in_mapping(node, was, now)
        listed = name in _IDENTIFIED and was and now and isinstance(now[0], dict)
        if listed and _is_block(node, "SequenceNode"):
            return self._in_list(node, was, now)
        if _is_block(node, "MappingNode") or _is_block(node, "SequenceNode"):
            fresh = _indented(as_yaml({name: now}), key.start_mark.column)
            return [(self._line_of(key), self._line_after(node), fresh)]
        if isinstance(was, dict) and isinstance(now, dict) and was.keys() == now.keys():
            parts = {key.value: value for key, value in _pairs(node)}
            if parts.keys() >= now.keys():
                changed = [name for name in now if was[name] != now[name]]
                return [self._replaced(parts[name], now[name]) for name in changed]
        return [self._replaced(node, now)]

    def _replaced(self, node: Any, value: Any) -> Edit:
        start, end = node.start_mark.index, self._end(node)
        gap = " " if start == end else ""
        quoted = getattr(node, "style", None) == '"'
        return start, end, gap + _on_one_line(value, quoted=quoted)

    def _in_list(self, node: Any, was: list[Any], now: list[Any]) -> list[Edit]:
        items = [(self._name(item), item) for item in node.value]
        chunks = _Chunks(self, [item for _, item in items])
        before, after = ({part["id"]: part for part in parts} for parts in (was, now))
        bodies: dict[str, str] = {}
        for at, (name, item) in enumerate(items):
            if name not in after:
                continue
            start, end = chunks.bodies[at]
            try:
                edits = self._in_mapping(item, before[name], after[name])
                body = self._with(start, end, edits) if edits else self.text[start:end]
            except _NotPiecemeal:
                body = chunks.entry(after[name])
            bodies[name] = chunks.lead(at) + body
        names = [name for name, _ in items]
        pieces: list[str] = []
        for name in _order(names, list(before), list(after)):
            if name in bodies:
                pieces.append(bodies[name])
            elif name in after:
                pieces.append(chunks.gap + chunks.entry(after[name]))
            else:
                pieces.append(chunks.comments(names.index(name)))
        return [(chunks.start, chunks.end, "".join(pieces))]

    def _name(self, item: Any) -> str:
        for key, value in _pairs(item):
            if key.value == "id":
                return str(value.value)
        raise _NotPiecemeal

    def _with(self, start: int, end: int, edits: list[Edit]) -> str:
        pieces, at = [], start
        # entries put in at one place keep the order in which they were thought of
        for begin, stop, text in sorted(edits, key=lambda edit: edit[:2]):
            pieces += [self.text[at:begin], text]
            at = stop
        return "".join((*pieces, self.text[at:end]))

    def _end(self, node: Any) -> int:
        """Where the words of a node end, without the comments and empty lines after them."""
        while node.value and not isinstance(node.value, str) and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end = int(node.end_mark.index)
        while end > node.start_mark.index and self.text[end - 1] == "\n":
            end -= 1
        return end

    def _line_of(self, node: Any) -> int:
        """Where the line of a key begins; there may be nothing else before the key."""
        start = int(node.start_mark.index)
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[line:start].strip():
            raise _NotPiecemeal
        return line

    def _line_after(self, node: Any) -> int:
        """Where the line after a node's last one begins."""
        return self.text.index("\n", self._end(node)) + 1

    def bounds(self, item: Any) -> tuple[int, int]:
        """The lines of an entry of a list, from its dash to its end."""
        start = int(item.start_mark.index)
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[line:start].strip() != "-":
            raise _NotPiecemeal
        return line, self._line_after(item)


class _Chunks:
    """The entries of a list with the comments and empty lines above each."""

    def __init__(self, file: _File, items: list[Any]) -> None:
        self._text = file.text
        self.bodies = [file.bounds(item) for item in items]
        first = self.bodies[0][0]
        self._column = len(self._text[first:]) - len(self._text[first:].lstrip(" "))
        self.start, self.end = first, self.bodies[-1][1]
        leads = [self.lead(at) for at in range(1, len(items))]
        self.gap = "\n" if any(not line for lead in leads for line in lead.split("\n")[:-1]) else ""

    def lead(self, at: int) -> str:
        """What stands between the entry before and this one."""
        return self._text[self.bodies[at - 1][1] : self.bodies[at][0]] if at else ""

    def comments(self, at: int) -> str:
        """The same without empty lines: what stays when the entry goes."""
        lines = self.lead(at).splitlines(keepends=True)
        return "".join(line for line in lines if line.strip())

    def entry(self, part: dict[str, Any]) -> str:
        """A new entry, written at the column of the others."""
        return _indented(as_yaml([part]), self._column)


def _order(names: list[str], was: list[str], now: list[str]) -> list[str]:
    """The file's order where only entries came or went, else the new one; gone ones stay put."""
    if [name for name in was if name in now] != [name for name in now if name in was]:
        return [*now, *(name for name in names if name not in now)]
    found = list(names)
    for at, name in enumerate(now):
        if name not in names:
            found.insert(found.index(now[at - 1]) + 1 if at else 0, name)
    return found


def _is_block(node: Any, kind: str) -> bool:
    return type(node).__name__ == kind and not node.flow_style and bool(node.value)


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if type(node).__name__ == "MappingNode" else []


def _on_one_line(value: Any, *, quoted: bool = False) -> str:
    if isinstance(value, str) and (quoted or "\n" in value):
        text = as_yaml([value], default_flow_style=True, default_style='"', width=_UNBROKEN)
    else:
        text = as_yaml([value], default_flow_style=True, width=_UNBROKEN)
    return text.strip()[1:-1]


def _indented(text: str, column: int) -> str:
    return "".join(" " * column + line for line in text.splitlines(keepends=True))
