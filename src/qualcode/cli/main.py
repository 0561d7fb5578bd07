"""The entry of the program, and the one place where errors become words and exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import click

from qualcode import __version__
from qualcode.cli.call import Call
from qualcode.cli.parts import Root
from qualcode.errors import BadFile, QualcodeError

COMPLETION = "_QUALCODE_COMPLETE"
"""Set by a shell that asks what can stand next."""

USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


@click.group(cls=Root, invoke_without_command=True)
@click.version_option(__version__, message="qualcode %(version)s")
@click.pass_context
def program(context: click.Context) -> int:
    """Code interview transcripts against a shared codebook, and get the tables out.

    With no command: open the project in this folder.
    """
    if context.invoked_subcommand is not None:
        return 0
    from qualcode.cli.opening import open_

    code: int = context.invoke(open_)
    return code


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with 0 done, 1 to be mended, 2 usage, 3 project file."""
    if COMPLETION in os.environ:
        program.main(prog_name="qualcode")
    given = list(sys.argv[1:] if args is None else args)
    _plain_streams()
    code = _run(given)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        code = PIPE_CLOSED
    sys.exit(code)


def _run(args: list[str]) -> int:
    as_json = "--json" in (args[: args.index("--")] if "--" in args else args)
    try:
        # not `program.main`, which would answer a closed pipe in its own way
        with program.make_context("qualcode", args, obj=Call()) as context:
            result = program.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.UsageError as error:
        return _usage(error, as_json=as_json)
    except QualcodeError as error:
        return _tell(error, as_json=as_json)
    except (click.Abort, EOFError, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return PIPE_CLOSED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _tell(
            BadFile(f"{where}{error.strerror or 'input or output failed'}."), as_json=as_json
        )
    except Exception as error:
        return _unexpected(error, as_json=as_json)
    return result if isinstance(result, int) else 0


def _usage(error: click.UsageError, *, as_json: bool) -> int:
    path = error.ctx.command_path if error.ctx else "qualcode"
    hint = f"See: {path} --help"
    if as_json:
        _json("usage", error.format_message(), hint)
    else:
        usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
        _words(f"{usage}{error.format_message()}", hint)
    return USAGE


def _tell(error: QualcodeError, *, as_json: bool) -> int:
    if as_json:
        _json(error.code, error.message, error.hint)
    else:
        _words(error.message, error.hint)
    return error.exit_code


def _unexpected(error: Exception, *, as_json: bool) -> int:
    """Say that the program failed: the kind of error and the place, never a value.

    Messages of errors can hold words of a transcript, so they are left out of everything.
    """
    from traceback import extract_tb, format_list

    frames = extract_tb(error.__traceback__)
    own = [frame for frame in frames if "qualcode" in Path(frame.filename).parts]
    at = own[-1] if own else frames[-1]
    message = (
        f"qualcode {__version__} failed: {type(error).__name__} in"
        f" {Path(at.filename).name}, line {at.lineno}."
    )
    hint = (
        "This is an error of the program; your project is kept. Pass this message on to whoever"
        " keeps your qualcode. QUALCODE_DEBUG=1 shows where it happened."
    )
    if os.environ.get("QUALCODE_DEBUG") == "1":
        sys.stderr.write("".join(format_list(frames)))
    if as_json:
        _json("unexpected", message, hint)
    else:
        _words(message, hint)
    return 1


def _words(message: str, hint: str) -> None:
    sys.stderr.write(f"{message}\n{hint}\n" if hint else f"{message}\n")


def _json(code: str, message: str, hint: str) -> None:
    error = {"error": {"code": code, "message": message, "hint": hint}}
    sys.stderr.write(json.dumps(error, ensure_ascii=False) + "\n")


def _plain_streams() -> None:
    """UTF-8 and newlines alike in files and pipes; what cannot be encoded is escaped, not lost."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def _silence() -> None:
    """Let nothing more be written to a pipe whose reader is gone."""
    try:
        null: TextIO = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives on
        os.dup2(null.fileno(), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = sys.__stdout__


if __name__ == "__main__":
    main()
