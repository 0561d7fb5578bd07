"""Transcripts from meeting programs, transcribers and by hand come in with speakers and times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualcode.errors import BadFile
from qualcode.importers.docx import text_lines
from qualcode.importers.registry import ReadOptions, read
from qualcode.text.canonical import canonical

TIMED = ["teams.vtt", "zoom.vtt", "nvivo_transcription_table.docx"]
STARTED = ["teams.docx", "word_transcribe.docx", "otter.txt", "express_scribe.txt", "trint.txt"]


@pytest.fixture
def samples(realdata):
    return realdata / "own-samples" / "formats"


@pytest.fixture
def expected(samples):
    return json.loads((samples / "expected.json").read_text("utf-8"))


def spoken(document):
    return [turn for turn in document.turns if turn.speaker is not None]


def words(document, turns):
    return [document.text[turn.start : turn.end] for turn in turns]


@pytest.mark.parametrize("name", [*TIMED, *STARTED, "interview.md"])
def test_the_same_talk_from_every_program(samples, expected, name):
    """Words, speakers and interviewer are the same whichever program wrote the file."""
    document = read(samples / name)
    turns = spoken(document)
    assert words(document, turns) == [turn["text"] for turn in expected]
    labels = [turn.speaker.casefold() for turn in turns]
    named = [turn["speaker"].casefold() for turn in expected]
    if name == "word_transcribe.docx":
        named = ["speaker 1" if label == "intervjuare" else label for label in named]
    else:
        assert [turn.interviewer for turn in turns] == [n == "intervjuare" for n in named]
    assert labels == named
    assert document.language == "sv"


@pytest.mark.parametrize("name", TIMED)
def test_start_and_end_times(samples, expected, name):
    """Where the file has both, a turn has both, in seconds."""
    turns = spoken(read(samples / name))
    assert [turn.time_start for turn in turns] == [turn["start"] for turn in expected]
    assert [turn.time_end for turn in turns] == pytest.approx([t["end"] for t in expected], abs=0.1)


@pytest.mark.parametrize("name", STARTED)
def test_start_times(samples, expected, name):
    """Where the file only says when a turn begins, that is kept."""
    turns = spoken(read(samples / name))
    assert [turn.time_start for turn in turns] == [int(turn["start"]) for turn in expected]
    assert {turn.time_end for turn in turns} == {None}


@pytest.mark.parametrize("name", ["whisper.vtt", "whisper.srt"])
def test_subtitles_without_speakers(samples, expected, name):
    """No word is lost, the times of the whole are kept, and the user is told."""
    document = read(samples / name)
    assert document.text.split() == " ".join(turn["text"] for turn in expected).split()
    assert (document.turns[0].time_start, document.turns[-1].time_end) == (3.1, 47.75)
    assert any("No speakers" in warning for warning in document.warnings)


def test_corpora_name_the_speaker_first(samples):
    """The first word of a line is its speaker when the user says so."""
    document = read(samples / "corpus_codes.txt", ReadOptions(first_word_speakers=True))
    assert document.speakers == {"int": 2, "gavle_ow1": 2, "kbh_02gk": 1, "bodo_01gm": 1}
    assert document.text.startswith("hur uppfattar du")


def test_tracked_changes_are_accepted(samples):
    """Insertions, content controls and smart tags are in, deletions are out."""
    path = samples / "tracked_changes.docx"
    wanted = (samples / "tracked_changes.expected.txt").read_text("utf-8")
    assert "\n".join(text_lines(path.read_bytes(), path.name)) == wanted.strip()
    document = read(path)
    assert document.speakers == {"Intervjuare": 1, "Åsa": 1}
    assert any("Tracked changes" in warning for warning in document.warnings)


def test_long_podcasts_in_markdown(realdata):
    """Turns of several paragraphs stay one turn; the marks of bold are gone, words are not."""
    document = read(realdata / "changelog" / "founders-talk-64.md")
    assert document.speakers == {"Colin Billings": 37, "Adam Stacoviak": 36}
    assert "**" not in document.text and document.language == "en"
    assert any("\n" in piece for piece in words(document, document.turns))
    raw = (realdata / "changelog" / "founders-talk-64.md").read_text("utf-8")
    assert "".join(document.text.split()).count("Orro") == raw.count("Orro")


def test_notes_are_no_dialogue(realdata):
    """Observation notes with colons in them get no invented speakers."""
    folder = realdata / "code-review-obs"
    for name in ("P1R3.txt", "P10R1.txt"):
        document = read(folder / name)
        assert document.speakers == {}
        assert any("No speakers" in warning for warning in document.warnings)
    assert set(read(folder / "P8R2.txt").speakers) == {"I", "P8"}


def test_one_speaker_per_line(realdata):
    """A single label that stands on every line is a speaker."""
    document = read(realdata / "lia-nynorsk" / "giske_uib_02.txt")
    assert document.speakers == {"giske_uib_02": 271} and document.language == "nn"


def test_examples_of_another_program(realdata):
    """Labels in brackets are understood; a document without any keeps its paragraphs."""
    folder = realdata / "qualcoder-examples"
    assert read(folder / "transcript.txt").speakers == {"id1": 3, "id2": 2, "id3": 2}
    document = read(folder / "ID1.docx")
    assert document.speakers == {} and len(document.turns) == 3
    assert read(folder / "project_memo.txt").speakers == {}


BROKEN = {
    "empty.vtt": "is empty",
    "invalid.vtt": "does not begin with the line WEBVTT",
    "no_captions.vtt": "no cues",
}


def test_odd_subtitle_files(realdata):
    """Broken files are refused or remarked on; the rest come in whole."""
    for path in sorted((realdata / "formats-webvtt-py").glob("*.[vs][tr]t")):
        if path.name in BROKEN:
            with pytest.raises(BadFile, match=BROKEN[path.name]):
                read(path)
            continue
        document = read(path)
        assert document.text == canonical(document.text)
        assert not any(mark in document.text for mark in ("-->", "::cue", "<c", "NOTE", "<00:"))
        if "invalid" in path.name or path.name == "missing_timeframe.vtt":
            lost = any("left out" in warning for warning in document.warnings)
            assert lost or document.text.count("Caption") == 5, path.name


def test_the_sample_interviews():
    """The interviews that come with the program have two voices each and a known language."""
    folder = Path(__file__).resolve().parents[2] / "transcripts" / "sample"
    known = {"lyftet": "sv", "havnen": "da", "fjordlaget": "nb"}
    files = [
        path
        for path in folder.glob("*-0*")
        if path.suffix in (".txt", ".md", ".docx", ".vtt", ".srt")
    ]
    if not files:
        pytest.skip("no sample interviews in this checkout")
    for path in files:
        document = read(path)
        assert len(document.speakers) == 2 and any(turn.interviewer for turn in document.turns)
        language = "en" if "foundation" in path.name else known[path.name.split("-")[0]]
        assert document.language == language, path.name
