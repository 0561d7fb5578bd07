"""`qualcode check`: is the project sound, is anything left undone."""

from __future__ import annotations

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, one_line, print_data, say
from qualcode.cli.parts import Command

DAMAGE = ("damaged", "journal")


@click.command("check", cls=Command)
@click.pass_obj
def check(call: Call) -> int:
    """Look the project over. Leaves with 1 when something is wrong, with 3 when it is damaged."""
    with call.opened() as project:
        found = project.check.run()
    if call.json:
        emit([shapes.finding(one) for one in found])
    else:
        for one in found:
            print_data(f"{one.level}: {one_line(one.message)}")
            if one.hint:
                print_data(f"  {one_line(one.hint)}")
        errors = sum(one.level == "error" for one in found)
        say("The project is sound." if not errors else f"{errors} errors.")
    if any(one.code in DAMAGE for one in found):
        return 3
    return 1 if any(one.level == "error" for one in found) else 0
