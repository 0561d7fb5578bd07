"""What the commands on findings and propositions share: members, cases by stance, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.output import Field, emit, facts, grid, listed, one_line, say, warn

if TYPE_CHECKING:
    from qualcode.cli.call import Call
    from qualcode.domain.claims import Grounds, Weighed
    from qualcode.domain.findings import Finding, Outcome, Proposition
    from qualcode.services.claims import Opposed
    from qualcode.services.workspace import Project

Shape = dict[str, Any]
OUTGROWN = click.option(
    "--outgrown",
    "only",
    is_flag=True,
    help="Only final ones against which more speaks than was opened.",
)
STANCES = ("supporting", "contrary", "mixed", "silent")
KINDS = {"code": "codes", "label": "labels", "coding": "codings"}
CASES = (
    Field("CASE", flexible=True),
    Field("STANCE"),
    Field("FOR", right=True),
    Field("AGAINST", right=True),
    Field("ASIDE", right=True),
    Field("PLACED BY HAND", flexible=True),
)


def members(function: Any) -> Any:
    """The options `--code`, `--label` and `--coding`."""
    for option in (
        click.option("--coding", "codings", multiple=True, metavar="ID", help="Repeatable."),
        click.option("--label", "labels", multiple=True, metavar="TEXT", help="Repeatable."),
        click.option("--code", "codes", multiple=True, metavar="ID", help="Repeatable."),
    ):
        function = option(function)
    return function


def named(given: Mapping[str, Any]) -> dict[str, list[str]]:
    """The members by their kind; those not given are left out."""
    return {kind: list(given[name]) for kind, name in KINDS.items() if given[name]}


def some(given: Mapping[str, Any]) -> dict[str, list[str]]:
    """The same; raises a usage error when there are none."""
    found = named(given)
    if not found:
        raise click.UsageError("Say what: --code, --label or --coding.")
    return found


def grounds(found: Grounds, names: Mapping[str, str]) -> Shape:
    """What a claim rests on; `names` are those of cases."""
    return {
        **{name: list(found.names(kind)) for kind, name in KINDS.items()},
        **{f"{name}_against": list(found.names(kind, "against")) for kind, name in KINDS.items()},
        "placed": [
            {"case": names.get(p.case_id, p.case_id), "case_id": p.case_id}
            | {"stance": p.stance, "reason": p.reason}
            for p in found.pins
        ],
    }


def finding(found: Finding, names: Mapping[str, str]) -> Shape:
    """A finding."""
    return {
        "id": found.id,
        "kind": found.kind,
        "statement": found.statement,
        "met": found.met,
        "status": found.status,
        "merged": list(found.merged),
        **grounds(found.grounds, names),
    }


def proposition(found: Proposition, names: Mapping[str, str]) -> Shape:
    """A proposition."""
    return {
        "id": found.id,
        "statement": found.statement,
        "query": found.grounds.query,
        "towards": found.grounds.towards,
        "rival": found.rival,
        "verdict": found.verdict,
        "status": found.status,
        **grounds(found.grounds, names),
    }


def outcome(found: Outcome, names: Mapping[str, str]) -> Shape:
    """An outcome; `class` is early, systems or population."""
    shape = asdict(found) | {"codings": list(found.codings)}
    shape["class"] = shape.pop("kind")
    return {"case": names.get(found.case_id, found.case_id), **shape}


def evidence(found: Weighed, names: Mapping[str, str]) -> Shape:
    """Every case with its stance and the codings for, against and aside; the sums by stance."""
    return {
        **{stance: len(found.standing(stance)) for stance in STANCES},
        "cases": [
            {
                "case": names.get(one.case_id, one.case_id),
                "case_id": one.case_id,
                "stance": one.stance,
                "computed": one.computed,
                "for": [row.coding for row in one.supporting],
                "against": [row.coding for row in one.contrary],
                "aside": [row.coding for row in one.aside],
                "reason": one.reason,
            }
            for one in found.cases
        ],
    }


def show(call: Call, shape: Shape, found: Weighed, names: Mapping[str, str]) -> None:
    """Print a claim with its cases."""
    if call.json:
        emit({**shape, "evidence": evidence(found, names)})
        return
    placed = shape.pop("placed")
    facts({key: listed(v) if isinstance(v, list) else v for key, v in shape.items()})
    facts({f"placed {one['case']}": f"{one['stance']}: {one['reason']}" for one in placed})
    rows = [
        (
            names.get(one.case_id, one.case_id),
            one.stance,
            len(one.supporting),
            len(one.contrary),
            len(one.aside),
            one.reason,
        )
        for one in found.cases
    ]
    grid(CASES, rows, "There are no cases.")


def show_opposed(call: Call, project: Project, found: Opposed) -> None:
    """Print what speaks against a claim: its passages and the cases with the other outcome."""
    from qualcode.cli import shapes

    names = case_names(project)
    reasons = {one.coding: one.reason for one in found.codings}
    codings = project.codings.several(reasons)
    cases = [names.get(case, case) for case in found.cases]
    if call.json:
        listed_codings = [{**shapes.coding(c), "reason": reasons[c.id]} for c in codings]
        emit({"codings": listed_codings, "cases": cases, "opened": found.opened})
        return
    fields = (Field("CASE"), Field("DOCUMENT"), Field("WHY"), Field("WORDS", flexible=True))
    rows = [(c.case, c.document, reasons[c.id], c.quote) for c in codings]
    grid(fields, rows, "No passage speaks against it.")
    if cases:
        say(f"Cases that have it and the other outcome: {listed(cases)}")


def warn_of(outgrown: Iterable[str]) -> None:
    """Say which final claims have evidence against them that nobody has opened."""
    for statement in outgrown:
        warn(f"final, but more speaks against it than was opened: {one_line(statement)}")


def case_names(project: Project) -> dict[str, str]:
    """Names of the cases by id."""
    return {case.id: case.name for case in project.cases.list()}
