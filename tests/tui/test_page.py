"""A transcript laid out: lines, rows, turns, brackets and names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from qualcode.domain.coding import Degree, Segment, SegmentCoding
from qualcode.domain.document import DocumentInfo, Transcript, Turn
from qualcode.text.cells import width as cells_of
from qualcode.tui.widgets.marks import Look, Marks, items_of
from qualcode.tui.widgets.page import Page
from qualcode.tui.widgets.row_painter import ALL, FOCUSED, QUIET, Ink, RowPainter, Scene

WORDS = ("vi", "träffas", "[laughs]", "[/x]", "漢字", "👩‍👩‍👧‍👦", "o\u0308l", "samverkansgruppen")


def a_transcript(turns: list[str], speaker: str = "IP1") -> Transcript:
    """Turns joined by newlines; every other one the interviewer's."""
    found, at = [], 0
    for n, words in enumerate(turns, 1):
        asks = n % 2 == 1
        name = "INT" if asks else speaker
        found.append(Turn(n, at, at + len(words), name, asks, 60.0 * n))
        at += len(words) + 1
    text = "\n".join(turns)
    info = DocumentInfo("d", "doc", None, None, None, None, "sv", len(text), 0, len(turns), {})
    return Transcript(info, text, tuple(found))


def a_segment(start: int, end: int, code: str = "agenda", **more) -> Segment:
    coding = SegmentCoding(f"{code}-{start}-{end}", code, more.pop("valence", None))
    return Segment(f"s{start}-{end}", "d", start, end, "ann", codings=(coding,), **more)


def a_painter(transcript: Transcript, segments, width=120, *, letters=False) -> RowPainter:
    page = Page(transcript, width)
    plain = Style()
    ink = Ink(*[plain] * 7, hues={}, tints={}, letters=letters)
    return RowPainter(
        page, Marks(items_of(segments), page), Look({"agenda": "Agenda"}, {}, {"agenda": "A"}), ink
    )


def lines(painter: RowPainter, scene: Scene | None = None) -> list[str]:
    return [painter.paint(n, scene or Scene(cursor=-1)).text for n in range(len(painter.page))]


@st.composite
def transcripts(draw):
    turns = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), max_size=8)
    return a_transcript([" ".join(words) for words in draw(turns)], draw(st.sampled_from(WORDS)))


@given(transcripts(), st.integers(40, 200), st.data())
def test_every_line_is_exactly_as_wide_as_the_view(transcript, width, data):
    """Whatever the text, the speaker, the codings and the cursor: no line is short or long."""
    length = len(transcript.text)
    segments = []
    for _ in range(data.draw(st.integers(0, 5)) if length else 0):
        start = data.draw(st.integers(0, length - 1))
        segments.append(a_segment(start, data.draw(st.integers(start + 1, length))))
    painter = a_painter(transcript, sorted(segments, key=lambda s: (s.start, -s.end)), width)
    scene = Scene(
        cursor=data.draw(st.integers(0, length)),
        tint=data.draw(st.sampled_from((ALL, FOCUSED, QUIET))),
    )
    if length > 1:
        scene.selection = (0, data.draw(st.integers(1, length)))
    for line in range(len(painter.page) + 2):
        strip = painter.paint(line, scene)
        assert strip.cell_length == width == cells_of(strip.text)


@given(transcripts(), st.integers(40, 200))
def test_every_row_is_shown_once_and_lines_find_their_rows(transcript, width):
    """Lines and rows name each other; an empty line stands for the row after it."""
    page = Page(transcript, width)
    shown: list[int] = []
    for row in range(len(page.rows)):
        opens = any(page.rows.row_of(turn.start) == row for turn in transcript.turns)
        if opens and row and page.rows.words(row - 1):
            shown.append(-1)
        assert page.line_of_row(row) == len(shown)
        shown.append(row)
    assert len(page) == len(shown)
    assert [page.row_on(line) for line in range(len(page))] == shown
    for line, row in enumerate(shown):
        assert page.row_at(line) == (row if row >= 0 else shown[line + 1])


def test_brackets_keep_their_lane():
    """Two passages that overlap stand side by side for their whole length."""
    transcript = a_transcript(["x " * 5, "ord " * 80])
    text = transcript.text
    painter = a_painter(transcript, [a_segment(12, len(text) - 1), a_segment(40, len(text) - 90)])
    shown = [line[:2] for line in lines(painter)]
    assert next(pair[0] for pair in shown if pair.strip()) == "╭"
    assert [pair[0] for pair in shown if pair.strip()][-1] == "╰"
    assert "│╭" in shown or "╭╭" in shown


def test_a_passage_within_one_row_has_a_short_bracket():
    """`╺` stands where a passage begins and ends on one row."""
    painter = a_painter(a_transcript(["Hur är det?"]), [a_segment(0, 3)])
    assert lines(painter)[0].startswith("╺")


def test_a_plus_tells_of_codings_that_found_no_lane():
    """More passages on a row than lanes: nothing is hidden silently."""
    segments = [a_segment(0, 5 + n) for n in range(10)]
    painter = a_painter(a_transcript(["Hur är det med dig i dag då?"]), segments)
    lanes = painter.page.columns.lanes
    assert lines(painter)[0][lanes] == "+"


def test_letters_stand_in_the_lanes_where_there_is_no_colour():
    """The branch of a code is recognised without hue."""
    painter = a_painter(a_transcript(["Hur är det?"]), [a_segment(0, 3)], letters=True)
    assert lines(painter)[0].startswith("A")


def test_the_current_coding_has_a_heavy_bracket():
    """Which coding is meant is seen without colour too."""
    painter = a_painter(a_transcript(["Hur är det?"]), [a_segment(0, 3)])
    scene = Scene(current=painter.marks.items[0])
    assert painter.paint(0, scene).text.startswith("╸")


def test_names_and_signs_stand_in_the_margin_of_wide_views():
    """Label, valence, degree, standing and memo; in narrow views none."""
    segment = a_segment(
        0, 3, valence="hinders", standing="wished", memo="x", degrees=(Degree("g", 4),)
    )
    painter = a_painter(a_transcript(["Hur är det?"]), [segment], 120)
    assert "Agenda − ④! ? *" in lines(painter)[0]
    assert "Agenda" not in lines(a_painter(a_transcript(["Hur är det?"]), [segment], 80))[0]


def test_names_that_begin_on_one_row_take_the_next_lines():
    """Several codings on one row are named below each other while there is room."""
    transcript = a_transcript(["ord " * 80])
    segments = [a_segment(0, 300), a_segment(0, 200)]
    painter = a_painter(transcript, segments)
    assert [("Agenda" in line) for line in lines(painter)[:3]] == [True, True, False]


def test_turns_show_number_speaker_time_and_progress():
    """The first row says who, the second when; unread turns have a point, read ones a tick."""
    transcript = a_transcript(["Hur?", "ord " * 60, "Och?", "nej"])
    painter = a_painter(transcript, [])
    scene = Scene(cursor=-1, states={2: "unread", 4: "read"})
    shown = lines(painter, scene)
    assert any("· 2 IP1" in line for line in shown)
    assert any("✓ 4 IP1" in line for line in shown)
    assert any(" 2:00 ord" in line for line in shown)


def test_the_question_is_named_while_its_answer_fills_the_view():
    """Only while the question itself is out of view."""
    transcript = a_transcript(["Hur är det?", "ord " * 200])
    page = Page(transcript, 80)
    assert page.question_above(0) == ""
    assert page.question_above(page.line_of(transcript.turns[1].start)) == ""
    assert "1 INT" in page.question_above(len(page) - 1)
    assert "Hur är det?" in page.question_above(len(page) - 1)


def test_a_text_without_turns_or_without_words_is_laid_out():
    """Paragraphs stand apart; an empty text is one empty line."""
    empty = Page(a_transcript([]), 80)
    assert len(empty) == 1
    whole = a_transcript(["en", "två"])
    bare = Transcript(whole.document, whole.text, ())
    page = Page(bare, 80)
    assert [page.row_on(line) for line in range(len(page))] == [0, -1, 1]
