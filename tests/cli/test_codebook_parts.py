"""`qualcode codebook extension, example, lint, apply`: parts, words, and two meanings of one id."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualcode.domain.codebook import Code, Codebook, Extension
from qualcode.domain.revision import Add
from qualcode.exchange import codebook_yaml
from tests.cli.conftest import words
from tests.projects import a_codebook


def _file(name: str, book: Codebook) -> str:
    Path(name).write_text(codebook_yaml.dump(book), "utf-8")
    return name


def _with_extension() -> Codebook:
    book = Add(Code("more", {"en": "More"})).apply(a_codebook())
    extra = Extension("extra", {"en": "Extra", "sv": "Mer"}, ("more",))
    return replace(book, extensions={"extra": extra}, version="2")


def test_extensions_are_listed_and_switched(project, run, done) -> None:
    """Off, a code of it is refused with how to switch it on; on is one act of undo."""
    done("codebook", "import", _file("e.yaml", _with_extension()))
    (found,) = done("codebook", "extension", "list")
    assert (found["id"], found["on"], found["codes"]) == ("extra", False, ["more"])
    refused = run(*words("code add talk-1 --span 34:50 --code more"))
    assert refused.code == 1 and "codebook extension on" in refused.err
    Path("c.csv").write_text("document,start,end,code\ntalk-1,34,50,more\n", "utf-8")
    rows = run("code", "import", "c.csv")
    assert rows.code == 1 and "switched off" in rows.err and done("code", "list") == []
    done(*words("codebook extension on extra --reason needed"))
    done(*words("code add talk-1 --span 34:50 --code more"))
    assert done("codebook", "extension", "list")[0]["passages"] == 1
    listed = run("codebook", "extension", "list").out
    assert "extra" in listed and " on " in listed
    done("codebook", "extension", "off", "extra")
    done("undo")
    assert done("codebook", "extension", "list")[0]["on"] is True
    assert run(*words("codebook extension on extra")).code == 1
    assert "extra" in run(*words("codebook extension on extr")).err


def test_an_example_from_a_passage(project, run, done) -> None:
    """The words of a coding become the example; who may not be quoted is said."""
    coding = done(*words("code add talk-1 --quote varje --code agenda"))["id"]
    said = run("codebook", "example", "agenda", "--from", coding)
    assert said.code == 0 and "never exported" in said.err
    assert done("codebook", "show", "agenda")["example"] == {"sv": "varje"}
    made = done("codebook", "add", "in-vivo", "--from", coding, "--parent", "agenda")
    assert made["label"] == {"sv": "varje"} and made["taken"]["label.sv"]["coding"] == coding
    listed = done("codebook", "quoted")
    assert [(one["code"], one["field"], one["consent"]) for one in listed] == [
        ("agenda", "example.sv", "unknown"),
        ("in-vivo", "label.sv", "unknown"),
    ]
    assert "example.sv" in run("codebook", "quoted").out
    notes = done("codebook", "export", "out.yaml")["notes"]
    assert "agenda, in-vivo" in notes[0]
    assert "varje" not in Path("out.yaml").read_text("utf-8")
    assert run("codebook", "example", "agenda", "--from", "nobody").code == 1


def test_the_projects_own_codebook_is_linted(project, run, done) -> None:
    """Without a file: in the languages of the project; a warning alone leaves with 0."""
    done("project", "set", "languages", "sv,da")
    found = done("codebook", "lint")
    assert {one["severity"] for one in found} == {"warning"}
    assert all(one["line"] > 1 and one["message"] and one["hint"] for one in found)
    assert any(one["message"] == "no label in da" for one in found)
    more = done("codebook", "lint", "--language", "nb")
    assert any("nb" in one["message"] for one in more)
    assert run("codebook", "lint").code == 0


def test_an_id_with_two_meanings_is_decided(project, run, done) -> None:
    """Both stay, theirs under an id of its own; the list says which conflict can do so."""
    done(*words("codebook add money --label en=Money --definition en=Funds"))
    theirs = Add(Code("money", {"en": "Currency"}, definition={"en": "Coins"})).apply(a_codebook())
    file = _file("t.yaml", replace(theirs, version="2"))
    ran = run("codebook", "apply", file)
    assert ran.code == 1 and "money.meaning" in ran.out and "=both" in ran.err
    assert run("codebook", "apply", file, "--decide", "money.meaning=bothx").code == 2
    done("codebook", "apply", file, "--decide", "money.meaning=both:currency")
    assert done("codebook", "show", "currency")["label"] == {"en": "Currency"}
    assert done("codebook", "show", "money")["label"] == {"en": "Money"}
    done("undo")
    assert run("codebook", "show", "currency").code == 1


def test_a_renamed_value_of_a_scale_is_mapped(project, run, done) -> None:
    """It is named with what it seems to be; `--map` carries what was said."""
    done(*words("code add talk-1 --span 34:50 --code agenda --valence mixed"))
    book = a_codebook()
    scale = book.scale("valence")
    values = tuple(replace(v, id={"mixed": "both"}.get(v.id, v.id)) for v in scale.values)
    scales = {**book.scales, "valence": replace(scale, values=values)}
    file = _file("t.yaml", replace(book, scales=scales, version="2"))
    ran = run("codebook", "apply", file)
    assert ran.code == 1 and "--map valence/mixed=both" in ran.err
    assert "valence/mixed is not in the file, said once" in ran.out
    assert done("codebook", "apply", file, "--dry-run")["gone"][0]["likely"] == "both"
    done("codebook", "apply", file, "--map", "valence/mixed=both")
    assert done("code", "list")[0]["valence"] == "both"
    done("undo")
    done("codebook", "import", file, "--map", "valence/mixed=both")
    assert done("code", "list")[0]["valence"] == "both"
    assert run("codebook", "import", file, "--map", "mixed=both").code == 2


def test_label_and_entry_change_in_one_act(project, run, done) -> None:
    """`define --label` is one version; cues are separated by semicolons."""
    found = done(
        *words("codebook define agenda --label en=Aim --include en=When --cues en=aim;goal")
    )
    assert "relabelled" in found["words"] and "redefined" in found["words"]
    code = done("codebook", "show", "agenda")
    assert (code["label"]["en"], code["cues"]) == ("Aim", {"en": ["aim", "goal"]})
    done("undo")
    assert done("codebook", "show", "agenda")["label"]["en"] == "Common agenda"
    done(*words("codebook define agenda --label en=Aim"))
    assert len(done("codebook", "log")) == 2
