"""Times qualitative-coding through its command `qc`. Run by the Python that has it.

python drive_qc.py PLAN.json WORK_FOLDER [STEP]
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections import defaultdict
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from results import Results, peak, seconds

QC = str(Path(sys.executable).with_name("qc"))
EDITOR = """import sys
from pathlib import Path
codes = Path(sys.argv[2])
lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n")[:-1]
coded = codes.read_text(encoding="utf-8").split("\\n")
coded += [""] * (len(lines) - len(coded))
coded[{line}] = "{code}"
codes.write_text("\\n".join(coded[: len(lines)]) + "\\n", encoding="utf-8")
"""


def main(plan_file: str, work: str, only: str | None = None) -> None:
    """Run the steps and print them as JSON."""
    plan = json.loads(Path(plan_file).read_text(encoding="utf-8"))
    results = Results("qc", version("qualitative-coding"), only)
    os.chdir(work)
    if results.wanted("start-help"):
        results.put("start-help", seconds(lambda: qc("--help"), plan["runs"]))
    begin()
    bring = seconds(lambda: qc("corpus", "import", plan["txt"], "-r", "-i", "verbatim"))
    results.put("command-import", bring, "texts are copied as they are (importer verbatim)")
    results.put("apply-all", seconds(lambda: code_all(plan)), "through its library, by line")
    if results.wanted("command-apply"):
        apply_one(plan, results)
    asked = {
        "start-list": ["codes", "list"],
        "command-counts": ["codes", "stats"],
        "command-list": ["codes", "find", "--json"],
        "command-co-occurrence": ["codes", "crosstab"],
    }
    for step, words in asked.items():
        if results.wanted(step):
            results.put(step, seconds(partial(qc, *words), 3))
    results.lacking("docx", "has none")
    results.lacking("open", "opens an editor of the user's choice")
    results.put("memory", [peak(resource.RUSAGE_CHILDREN)], "the largest of its commands")
    results.say()


def qc(*words: str) -> None:
    """One run of the command; SystemExit where it fails."""
    done = subprocess.run([QC, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"qc {' '.join(words)}: {done.stdout[-300:]} {done.stderr[-300:]}")


def begin() -> None:
    """A project whose editor is a script that writes one code on one line."""
    import yaml

    qc("init")
    command = f'{sys.executable} editor.py "{{corpus_file_path}}" "{{codes_file_path}}"'
    settings = yaml.safe_load(Path("settings.yaml").read_text(encoding="utf-8"))
    scripted = {"name": "script", "code_command": command, "memo_command": command}
    settings["editors"] = {"script": scripted}
    settings["editor"] = "script"
    Path("settings.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def apply_one(plan: dict[str, Any], results: Results) -> None:
    """One code on one line by way of the editor, a few times over."""
    took = []
    for mark in plan["codings"][:3]:
        script = EDITOR.format(line=mark["line"], code=plan["codes"][mark["code"]])
        Path("editor.py").write_text(script, encoding="utf-8")
        name = f"{mark['document']}.txt"
        took += seconds(partial(qc, "code", "cecilia", "-p", name))
    results.put("command-apply", took, "a run of its command with a scripted editor")


def code_all(plan: dict[str, Any]) -> None:
    """Every coding, a session per document and coder, as after an editor."""
    from qualitative_coding.corpus import QCCorpus

    sessions: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for mark in plan["codings"]:
        entry = {"line": mark["line"], "code_id": plan["codes"][mark["code"]]}
        sessions[f"{mark['document']}.txt", mark["coder"]].append(entry)
    corpus = QCCorpus("settings.yaml")
    for (name, coder), lines in sessions.items():
        with corpus.session():
            corpus.update_coded_lines(name, coder, lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
