"""The sample project: the shipped codebook, the fictional transcripts and their codings.

Its ids and times are fixed, so that everybody's sample gives the same bytes.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from qualcode.errors import BadFile, Conflict
from qualcode.sentences import sentence
from qualcode.services import shipped
from qualcode.services.codebooks import SHARED, read
from qualcode.services.creating import begin
from qualcode.services.imports import ImportOptions
from qualcode.services.session import Session
from qualcode.services.workspace import Project
from qualcode.storage import project
from qualcode.storage import store as storage

FILE = "demo.qualcode"
NAMESPACE = uuid.UUID("5d3b4a0e-6a0c-4f0e-9a53-1d1e5c0de001")
BEGIN = datetime(2024, 6, 3, 8, 0, tzinfo=UTC)


def build(folder: Path) -> tuple[Path, bool]:
    """Build the sample in a folder, or keep the one that is there.

    Returns its path and whether it was built now. Raises BadFile when the folder cannot be made.
    """
    target = folder / FILE
    if target.exists():
        return target, False
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadFile(
            sentence(
                "The folder {folder} cannot be made: {strerror}.",
                folder=folder,
                strerror=error.strerror,
            ),
            sentence("Name another one."),
        ) from None
    fresh = folder / f".{FILE}.new"
    fresh.unlink(missing_ok=True)
    storage.forget_companions(fresh)
    try:
        _fill(fresh)
        storage.forget_companions(target)
        fresh.rename(target)
    finally:
        fresh.unlink(missing_ok=True)
        storage.forget_companions(fresh)
    return target, True


def _fill(path: Path) -> None:
    import yaml

    folder = shipped.sample()
    told: dict[str, Any] = yaml.safe_load((folder / "sample.yaml").read_text("utf-8"))
    store = storage.create(path)
    _fixed(store)
    with store.write():
        project.begin(
            store,
            key="the sample's journal is open to everybody",
            project_id=str(uuid.uuid5(NAMESPACE, "project")),
        )
    coder = told["coders"][0]["name"]
    with Project(Session(store, coder)) as made:
        begin(made, title=told["title"]["en"], coder=coder, book=read(SHARED))
        made.settings.set("languages", ["en", "sv", "da", "nb"])
        made.settings.set("stance", "codebook-with-dialogue")
        _people(made, told)
        for document in told["documents"]:
            _document(made, folder, document)
        for guide in told.get("guides", ()):
            details = {k: v for k, v in guide.items() if k != "name"}
            made.guides.add(guide["name"], details)
        for file in sorted(folder.glob("codings-*.csv")):
            made.coding_files.read(file, strict=True)
        for theme in told.get("themes", ()):
            _theme(made, theme)
        from qualcode.services.demo_analysis import Analysis

        analysis = yaml.safe_load((folder / "analysis.yaml").read_text("utf-8"))
        Analysis(made).write(analysis)


def _people(made: Project, told: dict[str, Any]) -> None:
    for coder in told["coders"]:
        if coder["name"] in {known.name for known in made.coders.list()}:
            made.coders.set(coder["name"], {"full_name": coder.get("full_name")})
        else:
            made.coders.add(coder["name"], coder.get("full_name"))
    for case in told["cases"]:
        made.cases.add(case["name"], case.get("attributes"))
    for one in told["organisations"]:
        made.organisations.add(one["name"], one.get("case"), one.get("type"))
    for one in told["participants"]:
        details = {k: v for k, v in one.items() if k != "name"}
        made.participants.add(one["name"], details)


def _document(made: Project, folder: Path, told: dict[str, Any]) -> None:
    options = ImportOptions(
        case=told.get("case"),
        participant=told.get("participant"),
        language=told.get("language"),
        attributes=told.get("attributes", {}),
        groups=tuple(told.get("groups", ())),
        date=str(told["date"]) if told.get("date") else None,
        wave=told.get("wave"),
        interviewers=tuple(told.get("interviewers", ())),
    )
    (outcome,) = made.imports.files([folder / told["file"]], options)
    if outcome.status != "imported":
        raise Conflict(
            sentence(
                "The sample is incomplete: {value}: {error}.",
                value=told["file"],
                error=outcome.error,
            )
        )


def _theme(made: Project, told: dict[str, Any]) -> None:
    known = {theme.name for theme in made.themes.list()}
    if told["name"] not in known:
        made.themes.add(
            told["name"],
            {kind: told[kind] for kind in ("code", "label") if kind in told},
            definition=told.get("definition"),
        )
    if told.get("summary"):
        made.themes.summary(told["name"], told["summary"])
    for case, text in told.get("cases", {}).items():
        made.themes.summary(told["name"], text, case)


def _fixed(store: storage.Store) -> None:
    ids, times = count(1), count()
    store.new_id = lambda: str(uuid.uuid5(NAMESPACE, str(next(ids))))
    store.clock = lambda: (BEGIN + timedelta(seconds=next(times))).strftime("%Y-%m-%dT%H:%M:%SZ")
