"""The page of all commands, made from the commands: `python -m qualcode.cli.reference`."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator

import click

from qualcode.cli.commands import SECTIONS, Entry
from qualcode.cli.output import print_data
from qualcode.cli.parts import everywhere

HEAD = """# Commands

This page is made by `python -m qualcode.cli.reference`; `qualcode COMMAND --help` says the same.

`qualcode FILE` opens the screens on a project, `qualcode` alone on the only one in the folder.

## Everywhere

{everywhere}

These stand before or after the command. The project is `-p FILE`, else `$QUALCODE_PROJECT`, else
the only `*.qualcode` in the folder. Who codes is `--coder NAME`, else `$QUALCODE_CODER`, else the
project's default. What another coder said is changed with a warning that names them; where their
passage begins and ends is changed only by themselves.

Data goes to standard output, words to standard error. A value that is not set is `null` in JSON,
empty in CSV; on the command line an empty value or, for values of a scale, `none` clears it.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | you can mend it: an unknown document, code or table, a bad file |
| 2 | wrong usage: an unknown option, a bad choice |
| 3 | the project file is damaged, locked or newer than the program |

With `--json` an error is `{{"error": {{"code", "message", "hint"}}}}` on standard error. In JSON
`case`, `participant` and `document` are names, with ids beside them as `case_id` and so on.
Offsets count Unicode characters of the frozen text, the end not included.
"""

SHAPES = """## What scripts can rely on

The JSON of lists, each item with these keys and some more:

- `document list`: id, name, case, participant, language, characters, words, turns, speakers
  (turns by name), groups, attributes. `document show` is one of them with `turn_list`: n, speaker,
  interviewer, start, end, time_start, time_end (seconds or null).
- `case list`: id, name, attributes, documents (how many).
- `code list`: id, segment, document, case, start, end, quote, code, coder, valence, standing,
  confidence, label, degrees (id, value, from, to, activity, period), memo, created; sorted by
  document, start, end, code. `code add`, `show` and `set` print one such item, or a list where
  several codes or codings are named; `code add --new` prints the new code's id beside it, as
  `new_code`.
- `degree list`: id, segment, document, case, start, end, quote, coder, standing, value, from, to,
  activity, period.
- `passage list`: id, document_id, start, end, coder, standing, case, memo, codings (id, code,
  valence, confidence, label), degrees (as in `code list`).
- `check`: level (`error`, `warning`, `note`), code, message, hint, count and command, the last two
  null where nothing is counted or listed. Only errors leave with 1.
- `find`: document, case, turn, speaker, start, end, quote, before, after.
- `codebook show`: id, version, codes (id, parent, label by language ...), scales by id.
- `table NAME`: name, title, columns (key, label, type), rows, notes, state. A counted cell is
  `{"value", "empty", "evidence"}`, where empty is null, `not-asked`, `nothing-said` or `denied`.
  Keys of rows and columns are ids, the same in every language.
- `trace KEY`: key, kind, table, row, column, codings (as `code list`).
- `import`: path, status (`imported`, `would-import`, `already-there`, `failed`), name, document_id,
  error, hint and what was read.
- what is taken away answers `{"removed": ID}`.

`code import` reads CSV with the header `document,start,end,code` or `document,quote,code`, beside
them any of coder, valence, standing, degree, from, to, activity, period, case, memo, label and
confidence. All rows come in or none; a row that is there already is skipped and counted.
`code export` writes what `code import` reads.
"""


def page() -> str:
    """The whole page as Markdown, with a newline at its end."""
    lines = [HEAD.format(everywhere="\n".join(_options(everywhere())))]
    for title, entries in SECTIONS.items():
        lines.append(f"## {title}\n")
        for name, entry in entries.items():
            lines += _command(f"qualcode {name}", _loaded(entry), "###")
    return "\n".join([*lines, SHAPES]).rstrip() + "\n"


def _loaded(entry: Entry) -> click.Command:
    module, _, attribute = entry.target.partition(":")
    found = getattr(importlib.import_module(f"qualcode.cli.{module}"), attribute)
    assert isinstance(found, click.Command)
    return found


def _command(path: str, command: click.Command, level: str) -> Iterator[str]:
    yield f"{level} {path}\n"
    shared = {parameter.name for parameter in everywhere()}
    own = [one for one in command.params if one.name not in shared]
    arguments = [_argument(one) for one in own if isinstance(one, click.Argument)]
    options = _options(own)
    is_group = isinstance(command, click.Group)
    if not is_group:
        usage = [path, *arguments, *(["[OPTIONS]"] if options else [])]
        yield f"`{' '.join(usage)}`\n"
    yield f"{_escaped(inspect.cleandoc(command.help or ''))}\n"
    if options:
        yield "\n".join(options) + "\n"
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _command(f"{path} {name}", inner, f"{level}#")


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    if argument.nargs == -1 and not name.endswith("..."):
        name += "..."
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _options(parameters: list[click.Parameter]) -> list[str]:
    return [_option(one) for one in parameters if isinstance(one, click.Option)]


def _option(option: click.Option) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    if not option.is_flag:
        choices = option.type.choices if isinstance(option.type, click.Choice) else ()
        names += f" {option.metavar or '|'.join(map(str, choices)) or option.type.name.upper()}"
    required = " Required." if option.required else ""
    words = _escaped(option.help or "")
    return f"- `{names}`{': ' if words else ''}{words}{required}"


def _escaped(text: str) -> str:
    """Help as Markdown: stars and signs of tags stand for themselves."""
    return text.replace("*", "\\*").replace("<", "&lt;")


if __name__ == "__main__":
    print_data(page().removesuffix("\n"))
