"""Times Taguette through the addresses that its own pages call. Run by the Python that has it.

python drive_taguette.py PLAN.json WORK_FOLDER [STEP]
python drive_taguette.py serve DATABASE PORT      what the line above starts
"""

from __future__ import annotations

import json
import math
import shutil
import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from loopback import Client, Server, free_port
from results import Results, seconds

STARTS = 3
TOKEN = "bench"


def serve(database: str, port: str) -> None:
    """Its own application for one user, without the question it asks a host on the Internet."""
    import asyncio

    import tornado.ioloop
    from taguette import database as models
    from taguette.main import DEFAULT_CONFIG, prepare_db
    from taguette.web import base, make_app

    asyncio.set_event_loop(asyncio.new_event_loop())
    base.Application.check_messages = lambda self: None
    config = {
        **DEFAULT_CONFIG,
        "MULTIUSER": False,
        "DOMAIN": f"localhost:{port}",
        "PORT": int(port),
        "DATABASE": prepare_db(database),
        "TOS_FILE": None,
        "SECRET_KEY": "generated",
        "COOKIES_PROMPT": False,
        "X_HEADERS": False,
        "HTML_OUT_SIZE_LIMIT": 5_000_000,
    }
    app = make_app(config, xsrf_cookies=False)
    app.single_user_token = TOKEN
    app.listen(int(port), address="127.0.0.1")
    session = app.DBSession()
    if session.get(models.User, "admin") is None:
        session.add(models.User(login="admin"))
        session.commit()
    session.close()
    tornado.ioloop.IOLoop.current().start()


def main(plan_file: str, work: str, only: str | None = None) -> None:
    """Run the steps and print them as JSON."""
    plan = json.loads(Path(plan_file).read_text(encoding="utf-8"))
    results = Results("taguette", version("taguette"), only)
    command = [sys.executable, __file__, "serve", str(Path(work) / "taguette.sqlite3")]
    starts = []
    for n in range(STARTS + 1 if results.wanted("start-screen") else 0):
        port = free_port()
        server = Server([*command, str(port)], port, "/", {})
        # the first start makes the database, which a user meets once
        starts += [server.started] if n else []
        server.stop()
    if starts:
        results.put("start-screen", starts, "to the first page served")
    port = free_port()
    server = Server([*command, str(port)], port, "/", {})
    try:
        client = Client(port)
        client.ask("GET", f"/?token={TOKEN}")
        steps(plan, results, client)
    finally:
        memory = server.stop()
    results.put("memory", [memory], "the server; its pages live in a browser")
    results.say()


def steps(plan: dict[str, Any], results: Results, client: Client) -> None:
    """Everything that is done with a running program."""
    project = new_project(client)
    documents = import_all(plan["html"], client, project, results)
    codes = tags(plan["codes"], client, project)
    coded(plan["codings"], client, project, codes, documents, results)
    runs = plan["runs"]

    def list_all() -> None:
        page, pages = 1, 1
        while page <= pages:
            answer = client.json("GET", f"/api/project/{project}/highlights/?page={page}")
            page, pages = page + 1, answer["pages"]

    if results.wanted("counts"):
        look = seconds(lambda: client.ask("GET", f"/project/{project}"), runs)
        results.put("counts", look, "the project page, which carries them")
    if results.wanted("list"):
        pages = math.ceil(len(plan["codings"]) / 50)
        results.put("list", seconds(list_all), f"{pages} pages of 50")
    for step in ("csv", "html"):
        if results.wanted(step):
            path = f"/project/{project}/export/highlights/.{step}"
            results.put(step, seconds(partial(client.ask, "GET", path)))
    if results.wanted("docx"):
        docx(project, results, client)
    if results.wanted("open"):
        dense(plan, results, client)
    results.lacking("co-occurrence", "has none")


def new_project(client: Client) -> int:
    """The id of a new project."""
    form = b"name=bench&description="
    client.ask("POST", "/project/new", form, "application/x-www-form-urlencoded")
    page = client.ask("GET", "/")[1].decode()
    return max(
        int(piece.split('"')[0].split("/")[0])
        for piece in page.split("/project/")[1:]
        if piece[0].isdigit()
    )


def tags(names: list[str], client: Client, project: int) -> list[int]:
    """The ids of new tags."""
    path = f"/api/project/{project}/tag/new"
    return [client.json("POST", path, {"path": name, "description": ""})["id"] for name in names]


def import_all(folder: str, client: Client, project: int, results: Results) -> dict[str, int]:
    """Upload the files of a folder, one request each; names without ending to ids."""
    documents: dict[str, int] = {}

    def bring() -> None:
        for path in sorted(Path(folder).iterdir()):
            fields = {"name": path.stem, "description": ""}
            answer = client.upload(f"/api/project/{project}/document/new", fields, [("file", path)])
            documents[path.stem] = answer["created"]

    results.put("import", seconds(bring), "as .html: its way for .txt needs Calibre")
    return documents


def coded(
    codings: list[dict[str, Any]],
    client: Client,
    project: int,
    codes: list[int],
    documents: dict[str, int],
    results: Results,
) -> None:
    """Highlight one by one; the figure is for one."""
    took = []
    for mark in codings:
        path = f"/api/project/{project}/document/{documents[mark['document']]}/highlight/new"
        body = {
            "start_offset": mark["byte_start"],
            "end_offset": mark["byte_end"],
            "tags": [codes[mark["code"]]],
        }
        took += seconds(partial(client.json, "POST", path, body))
    results.put("apply", took, "without coder, which it does not keep")
    results.put("apply-all", [sum(took)], "one by one, as its pages do")


def docx(project: int, results: Results, client: Client) -> None:
    """All quotes as .docx, which it leaves to Calibre."""
    if shutil.which("ebook-convert") is None:
        results.lacking("docx", "needs Calibre, which is not installed")
        return
    path = f"/project/{project}/export/highlights/.docx"
    results.put("docx", seconds(partial(client.ask, "GET", path)))


def dense(plan: dict[str, Any], results: Results, client: Client) -> None:
    """One transcript with many highlights, as the page asks for it."""
    quiet = Results("", "", None)
    project = new_project(client)
    documents = import_all(plan["dense_html"], client, project, quiet)
    codes = tags(plan["codes"], client, project)
    coded(plan["dense"], client, project, codes, documents, quiet)
    (document,) = documents.values()
    answer = client.json("GET", f"/api/project/{project}/highlights/?page=1")
    first = min(plan["dense"], key=lambda mark: mark["byte_start"])
    if first["quote"][:20] not in answer["highlights"][0]["content"]:
        raise SystemExit("the highlights lie elsewhere than was asked")

    def look() -> None:
        client.json("GET", f"/api/project/{project}/document/{document}")
        client.json("GET", f"/api/project/{project}/document/{document}/contents")

    results.put("open", seconds(look, plan["runs"]), "the data only, nothing painted")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
