"""What makes a speaker, and what does not."""

from __future__ import annotations

import pytest

from qualcode.importers.registry import ReadOptions, read
from qualcode.importers.roles import interviewers
from qualcode.importers.speakers import NO_SPEAKERS


@pytest.fixture
def reading(tmp_path):
    def go(text: str, name: str = "a.txt", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path, ReadOptions(**options))

    return go


def turns(document):
    return [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]


TALK = [("Anna", "Hur gick det?"), ("Bo", "Bra."), ("Anna", "Och sen?"), ("Bo", "Sämre.")]


@pytest.mark.parametrize(
    "pattern",
    [
        "{}: {}",
        "**{}:** {}",
        "**{}**: {}",
        "{}:\t{}",
        "{}:\n{}",
        "{}  0:03\n{}",
        "0:03 {}\n{}",
        "[00:00:03] {}: {}",
        "[00:00:03]\n{}: {}",
        "{}: [00:00:03] {}",
        "{} (00:03): {}",
        "00:00:03 {}: {}",
        "00:00:03\t{}:\t{}",
        "{}: {} #00:00:03-4#",
        "[{}] {}",
        "{}\t{}",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_ways_to_write_a_label(reading, pattern, name):
    """Labels and time stamps are understood and are no part of the text."""
    document = reading("\n\n".join(pattern.format(*turn) for turn in TALK), name)
    assert turns(document) == TALK


def test_stamps_at_the_end_close_the_turn(reading):
    """A turn ends at its closing stamp and begins at the one before."""
    document = reading("I: Hur? #00:00:03-4#\nB: Så. #00:01:23-4#\nI: Jaha. #00:02:00-0#")
    assert [(turn.time_start, turn.time_end) for turn in document.turns] == [
        (None, 3.4),
        (3.4, 83.4),
        (83.4, 120.0),
    ]


def test_a_stamp_inside_a_turn_goes(reading):
    """Stamps between words leave one space, not a trace."""
    document = reading("Anna: Hej [00:01:00] du.\nBo: Hej.\nAnna: Ja.\nBo: [ohörbart] Nej [/x].")
    assert turns(document)[0] == ("Anna", "Hej du.")
    assert turns(document)[3] == ("Bo", "[ohörbart] Nej [/x].")


def test_a_stamp_on_its_own_line_does_not_end_a_turn(reading):
    """Somebody who speaks on after a stamp is still the speaker."""
    document = reading("Anna: Ett.\n[00:01]\nTvå.\nBo: Tre.\nAnna: Fyra.\nBo: Fem.")
    assert turns(document)[0] == ("Anna", "Ett.\nTvå.")


def test_a_colon_in_speech_is_no_speaker(reading):
    """What somebody quotes or lists stays in the turn of the one who said it."""
    document = reading(
        "Anna: Hur då?\nBo: Jag sa så här:\nProblemet: ingen kom. Och problemet växte.\n"
        "Men alltså: det gick.\nAnna: Jaha.\nBo: Till exempel: ingen.\nVi sa: nej.\nAnna: Nä.\n"
    )
    assert set(document.speakers) == {"Anna", "Bo"}
    assert "Problemet: ingen kom." in document.text and "Vi sa: nej." in document.text


def test_somebody_who_speaks_once(reading):
    """Where every line has a label, a name that comes once is a speaker too."""
    text = "Anna: Ja.\nBo: Nej.\nAnna: Jo.\nBo: Nä.\nMette Kjær: Hej.\nSara: Hej hej.\nIP7: Hallå."
    assert reading(text).speakers == {
        "Anna": 2,
        "Bo": 2,
        "Mette Kjær": 1,
        "Sara": 1,
        "IP7": 1,
    }


def test_fields_of_a_form_are_no_speakers(reading):
    """A head with date and place stands before the talk and belongs to nobody."""
    document = reading("Datum: 2024-03-01\nPlats: Gävle\n\nI: Hur?\nIP: Så.\nI: Jaha.\nIP: Ja.")
    assert turns(document)[0] == (None, "Datum: 2024-03-01\nPlats: Gävle")
    assert set(document.speakers) == {"I", "IP"}


def test_no_speaker_at_all(reading):
    """Every paragraph is a turn, and the user is told."""
    document = reading("Ett stycke.\n\nEtt till: med kolon.\n\nSlut.")
    assert [speaker for speaker, _ in turns(document)] == [None, None, None]
    assert NO_SPEAKERS in document.warnings


def test_spellings_of_one_label(reading):
    """Capitals do not make another person; the first spelling is kept."""
    assert reading("Anna: a\nBO: b\nANNA: c\nBo: d").speakers == {"Anna": 2, "BO": 2}


def test_headings_belong_to_nobody(reading):
    """A heading between turns is a paragraph without a speaker."""
    document = reading(
        "# Del 1\n\n**I:** Hur?\n\n**B:** Så.\n\n## Del 2\n\n**I:** Sen?\n\n**B:** Ja.\n", "a.md"
    )
    assert turns(document) == [
        (None, "Del 1"),
        ("I", "Hur?"),
        ("B", "Så."),
        (None, "Del 2"),
        ("I", "Sen?"),
        ("B", "Ja."),
    ]


def test_markdown_loses_only_its_marks(reading):
    """Emphasis and escapes go; everything else stays as typed."""
    document = reading(
        "En *viktig* och __tung__ sak, snake_case, 2 * 3 * 4, \\*stjärna\\*, `kod`.\n"
        "Samma stycke [skratt] [länk](http://x.se).\n\n- punkt\n- punkt två\n\n> citat\n",
        "a.md",
    )
    assert document.text == (
        "En viktig och tung sak, snake_case, 2 * 3 * 4, *stjärna*, kod. "
        "Samma stycke [skratt] [länk](http://x.se).\n- punkt\n- punkt två\ncitat"
    )


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["Intervjuare", "IP1"], {"Intervjuare"}),
        (["INT", "R1"], {"INT"}),
        (["Interviewer 1", "Interviewer2", "Mette"], {"Interviewer 1", "Interviewer2"}),
        (["Intervjuer", "Sigrun"], {"Intervjuer"}),
        (["Moderator", "Anna", "Bo"], {"Moderator"}),
        (["I", "B"], {"I"}),
        (["F", "IP"], {"F"}),
        (["F", "M"], set()),
        (["Anna", "Bo"], set()),
    ],
)
def test_interviewers_are_known_by_their_word(labels, found):
    """Usual words in four languages; a letter that may be a person only when it is alone."""
    assert interviewers(labels) == found


def test_the_user_names_the_interviewer(reading):
    """A name given counts in any case; one that is not there is remarked on."""
    document = reading("Anna: Hur?\nBo: Så.\nAnna: Jaha.\nBo: Ja.", interviewers=("anna", "Eva"))
    assert [turn.interviewer for turn in document.turns] == [True, False, True, False]
    assert any("'Eva'" in warning for warning in document.warnings)
