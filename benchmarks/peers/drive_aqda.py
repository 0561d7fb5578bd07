"""Times AQDA through the addresses that its own pages call. Run by the Python that has it.

python drive_aqda.py PLAN.json WORK_FOLDER [STEP]
"""

from __future__ import annotations

import json
import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from loopback import Client, Server, free_port
from results import Results, seconds

STARTS = 3


def main(plan_file: str, work: str, only: str | None = None) -> None:
    """Run the steps and print them as JSON."""
    plan = json.loads(Path(plan_file).read_text(encoding="utf-8"))
    results = Results("aqda", version("aqda"), only)
    command = [sys.executable, "-m", "aqda", "--no-browser", "--port"]
    env = {"AQDA_DATA_DIR": work}
    starts = []
    for _ in range(STARTS if results.wanted("start-screen") else 0):
        port = free_port()
        server = Server([*command, str(port)], port, "/", env)
        starts.append(server.started)
        server.stop()
    if starts:
        results.put("start-screen", starts, "to the first page served")
    port = free_port()
    server = Server([*command, str(port)], port, "/", env)
    try:
        steps(plan, results, Client(port))
    finally:
        memory = server.stop()
    results.put("memory", [memory], "the server; its pages live in a browser")
    results.say()


def steps(plan: dict[str, Any], results: Results, client: Client) -> None:
    """Everything that is done with a running program."""
    project, documents = import_all(plan["txt"], client, results, "import")
    codes = [
        client.json("POST", "/api/codes", {"project_id": project, "name": name})["id"]
        for name in plan["codes"]
    ]
    coded(plan["codings"], client, codes, documents, results)
    runs = plan["runs"]
    every = f"/api/codings?project_id={project}"
    asked = {
        "counts": f"/api/codes?project_id={project}",
        "list": every,
        "csv": f"/api/export/{project}/csv",
    }
    for step, path in asked.items():
        if results.wanted(step):
            results.put(step, seconds(partial(client.ask, "GET", path), runs))
    if results.wanted("open"):
        dense(plan, results, client)
    results.lacking("co-occurrence", "has none")
    results.lacking("docx", "has none")


def import_all(
    folder: str, client: Client, results: Results, step: str
) -> tuple[int, dict[str, int]]:
    """A project with all the files of a folder; names without ending to ids."""
    project = client.json("POST", "/api/projects", {"name": step})["id"]
    files = [("files", path) for path in sorted(Path(folder).iterdir())]
    answer: dict[str, Any] = {}

    def bring() -> None:
        fields = {"project_id": str(project)}
        answer.update(client.upload("/api/documents/bulk", fields, files))

    results.put(step, seconds(bring), "the texts only: no turns, no speakers, no language")
    return project, {Path(d["name"]).stem: d["id"] for d in answer["documents"]}


def coded(
    codings: list[dict[str, Any]],
    client: Client,
    codes: list[int],
    documents: dict[str, int],
    results: Results,
) -> None:
    """Apply the codes one by one; the figure is for one."""
    took, refused, coder = [], 0, ""
    for mark in sorted(codings, key=lambda mark: mark["coder"]):
        if mark["coder"] != coder:
            coder = mark["coder"]
            client.json("PUT", "/api/settings", [{"key": "coder_name", "value": coder}])
        body = json.dumps(
            {
                "document_id": documents[mark["document"]],
                "code_id": codes[mark["code"]],
                "start_pos": mark["start"],
                "end_pos": mark["end"],
                "selected_text": mark["quote"],
            }
        ).encode()
        status: list[int] = []

        def apply(body: bytes = body, status: list[int] = status) -> None:
            status.append(client.ask("POST", "/api/codings", body, "application/json")[0])

        took += seconds(apply)
        if status == [409]:
            refused += 1
        elif status != [201]:
            raise SystemExit(f"a coding was answered with {status}")
    note = f"refused {refused} codings that the other coder had made" if refused else ""
    results.put("apply", took, note)
    results.put("apply-all", [sum(took)], "one by one, as its pages do")


def dense(plan: dict[str, Any], results: Results, client: Client) -> None:
    """One transcript with many codings, as the page asks for it."""
    quiet = Results("", "", None)
    project, documents = import_all(plan["dense_txt"], client, quiet, "dense")
    codes = [
        client.json("POST", "/api/codes", {"project_id": project, "name": name})["id"]
        for name in plan["codes"]
    ]
    coded(plan["dense"], client, codes, documents, quiet)
    (document,) = documents.values()

    def look() -> None:
        client.json("GET", f"/api/documents/{document}")
        client.json("GET", f"/api/codings?document_id={document}")

    results.put("open", seconds(look, plan["runs"]), "the data only, nothing painted")


if __name__ == "__main__":
    main(*sys.argv[1:])
