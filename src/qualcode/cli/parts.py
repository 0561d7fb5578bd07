"""The pieces that commands are made of: classes that load late, and shared options."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from qualcode.cli.call import Call
from qualcode.cli.commands import COMMANDS, SECTIONS
from qualcode.errors import BadFile, nearest

HELP = {"help_option_names": ["-h", "--help"]}
F = TypeVar("F", bound=Callable[..., Any])


def _told(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    call = context.ensure_object(Call)
    if value:
        setattr(call, str(parameter.name), value)


def everywhere() -> list[click.Parameter]:
    """The options that stand before or after any command."""
    return [
        click.Option(
            ["-p", "--project"],
            metavar="FILE",
            expose_value=False,
            callback=_told,
            help="The project; else $QUALCODE_PROJECT, else the only one in this folder.",
        ),
        click.Option(
            ["--coder"],
            metavar="NAME",
            expose_value=False,
            callback=_told,
            help="Who codes; in lists and tables: whose codings.",
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=_told,
            help="Print JSON; an error is JSON on standard error.",
        ),
    ]


class Command(click.Command):
    """A command that takes the options that stand everywhere."""

    def __init__(self, name: str | None, **given: Any) -> None:
        params = [*(given.pop("params", None) or []), *everywhere()]
        given.setdefault("context_settings", HELP)
        super().__init__(name, params=params, **given)


class Group(click.Group):
    """Commands about one noun; an unknown one is answered with the nearest."""

    command_class = Command

    def __init__(self, name: str | None = None, **given: Any) -> None:
        params = [*(given.pop("params", None) or []), *everywhere()]
        given.setdefault("context_settings", HELP)
        given.setdefault("no_args_is_help", False)
        super().__init__(name, params=params, **given)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were written."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with the first sentence of its help, whole."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(200)) for name, one in self.commands.items()]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; raises a usage error that names the nearest."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            near = nearest(name, self.list_commands(ctx))
            raise click.UsageError(f"There is no command '{name}'. {near}".rstrip(), ctx)
        return super().resolve_command(ctx, args)


class Root(Group):
    """The whole program; the module of a command is imported when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module loaded."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        found = getattr(importlib.import_module(f"qualcode.cli.{module}"), attribute)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; the name of a project stands for `open`."""
        name = args[0]
        if name not in COMMANDS and (name.endswith(".qualcode") or Path(name).is_file()):
            return "open", self.get_command(ctx, "open"), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, from data alone."""
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.help) for name, entry in entries.items()])


def attribute(value: str) -> tuple[str, object]:
    """`KEY=VALUE` as key and typed value; an empty value is None, which takes the key away."""
    key, equals, text = value.partition("=")
    if not key.strip() or not equals:
        raise click.BadParameter(f"'{value}' is not KEY=VALUE.")
    return key.strip(), typed(text.strip())


def label(value: str) -> tuple[str, str]:
    """`LANG=TEXT`, for instance `sv=Gemensam agenda`, as language and text."""
    language, equals, text = value.partition("=")
    if not language.strip() or not equals or not text.strip():
        raise click.BadParameter(f"'{value}' is not LANG=TEXT, such as en=Funding.")
    return language.strip(), text.strip()


def typed(text: str) -> object:
    """An int, a float or a bool where the text reads as one, None when empty, else the text."""
    if not text:
        return None
    if text in ("true", "false"):
        return text == "true"
    # a leading zero or a plus is part of a number that names something, such as a telephone's
    if re.fullmatch(r"-?(0|[1-9][0-9]*)", text):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9][0-9]*)\.[0-9]+", text):
        return float(text)
    return text


def changes(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given; an empty text clears, an empty list clears a list.

    Raises a usage error when there is none.
    """
    found: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, tuple):
            if value:
                found[name] = [one for one in value if one]
        elif value is not None:
            found[name] = value or None
    if not found:
        raise click.UsageError("There is nothing to change: give at least one option.")
    return found


def choice(value: str | None) -> str | None:
    """A value of a scale; `none` and the empty text say that there is none."""
    return None if value in (None, "", "none") else value


def attributes(help_text: str) -> Callable[[F], F]:
    """The option `--attribute KEY=VALUE`, which can be repeated."""
    return click.option(
        "--attribute",
        "attributes",
        type=attribute,
        multiple=True,
        metavar="KEY=VALUE",
        help=help_text,
    )


def said(text: str | None) -> str | None:
    """Words from the command line, or from standard input where they are `-`."""
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadFile("Standard input is not UTF-8.") from None
