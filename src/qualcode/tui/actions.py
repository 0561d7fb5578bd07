"""The registry of actions: everything that a key can do, once, with its words.

Bindings, the line of hints, the help screen, the command palette and `docs/keys.md` are made from
it, and a keymap speaks of actions by their id. Defaults use letters, digits, arrows, function keys
and `+ - . , / < > ?` only, so that no key needs AltGr or alt on a Nordic keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.tui.chart_actions import CHARTING
from qualcode.tui.codebook_actions import CODEBOOK
from qualcode.tui.finding_actions import FINDINGS
from qualcode.tui.overlay_actions import OVERLAYS
from qualcode.tui.passage_actions import PASSAGES
from qualcode.tui.way_actions import WAYS

PLACES = {
    "app": "Everywhere",
    "coding": "Coding",
    "transcript": "Moving and selecting",
    "document": "In the document",
    "finding": "Finding words",
    "ways": "From coding to coding and from place to place",
    "panes": "From pane to pane",
    "here": "In the list of codings here",
    "codes": "In the tree of codes, where letters narrow it",
    "home": "Home",
    "quotes": "Quotes",
    "tables": "Tables",
    "themes": "Themes",
    "charting": "Charting",
    "findings": "Findings and propositions",
    "curation": "Chosen quotes",
    "trimming": "Shortening a quote",
    "labels": "Emergent labels",
    "codebook": "Codebook",
    "worklist": "Worklist of the codebook",
    "rereading": "Passages to read again in a corrected transcript",
    "scale": "A scale of the codebook",
    "sharing": "A colleague's codebook",
    "entry": "The entry of a code",
    "history": "History",
    "memos": "Memos",
    "writing": "Writing a memo",
}
"""Where an action's keys work, with the heading under which help shows it."""

_REGISTRY = """
[app]
app.help | question_mark f1 | help | all keys | All keys
    Every key that works here, by what it does
-app.palette | ctrl+p | command_palette | | Everything by name
    Find actions, codes and documents by typing
app.home | f2 | open_mode('home') | | Home
    Cases, documents and what is left
app.coding | f3 | open_mode('coding') | | Coding
    The transcript and its codings
app.quotes | f4 | open_mode('quotes') | | Quotes
    All passages of a code
app.tables | f5 | open_mode('tables') | | Tables
    Cases by conditions, factors and degrees
app.themes | f7 | open_mode('themes') | | Themes
    What is gathered across cases, with its passages and its summary
app.theme | f8 | next_theme | | Next theme
    Dark, light, high contrast
app.quit | ctrl+q | quit | | Quit
    Leave; everything is saved already

[coding]
code.pick | enter | pick_code | code | Code the passage
    Choose a code for the selection, or for the turn under the cursor
-code.recent | 1 2 3 4 5 6 7 8 9 | recent_code | recent | Recent code 1 to 9
    Give the passage one of the codes used last
code.valence.helps | plus | valence('helps') | helps | Helps
    A success factor; the same key again clears
code.valence.hinders | minus | valence('hinders') | hinders | Hinders
    A pitfall; the same key again clears
code.valence.mixed | full_stop | valence('mixed') | mixed | Mixed
    Helps and hinders; the same key again clears
code.degree | d | degree | degree | Degree
    The degree of collaboration by its number
code.degree.form | D | degree('form') | | Degree with pair
    Degree, the two organisations, activity and period
code.standing | g | degree('standing') | standing | Standing
    Whether it is so, was, is wished, denied or heard of
code.memo | m | memo | memo | Memo
    A note on the passage
code.remove | x delete | remove | | Remove coding
    Take the current code off its passage
code.other | comma | other_coding | | Next coding here
    Make another of the codings here the current one
code.read | r | mark_read | read | Mark turn as read
    Read, and nothing here to code; again to undo it
edit.undo | u | undo | undo | Undo
    Take back the last act
edit.redo | U ctrl+r | redo | | Redo
    Do again what was undone
show.definition | o | definition | definition | Definition
    The whole entry of the current code
show.passages | q | show_passages | | Passages of this code
    All passages of the current code, across cases
show.tint | l | next_tint | | Colour in the text
    Current coding, all codings, none

[panes]
show.codes | c | show_codes | codes | Codes
    Go to the tree of codes; with little room it opens over the text
show.here | h | show_here | | Codings here
    Go to the codings of this place
-pane.next | tab | pane(1) | | Next pane
    Transcript, codings here, codes
-pane.previous | shift+tab | pane(-1) | | Previous pane
    The other way round
-pane.back | escape | back | back | Back
    Clear the selection or go back to the text; nothing is lost

[here]
-here.passages | enter | choose | all its passages | Passages of the lit code
    All passages of the lit code, across cases

[codes]
-codes.give | enter | give | code the passage | Give the lit code to the passage
-codes.recent | 1 2 3 4 5 6 7 8 9 | recent_code | recent | Recent code 1 to 9
    While nothing is typed into the filter
-codes.open | right | fold(False) | open branch | Open the lit branch
    While nothing is typed into the filter
-codes.close | left | fold(True) | close branch | Close the lit branch
    While nothing is typed into the filter

[document]
go.to | j | go_to | | Go to turn, time or percent
    For example 40, 12:30 or 50%
document.open | ctrl+o | open_document | | Open another document
    All documents with how far they are coded
document.next | greater_than_sign | step_document(1) | | Next document
    The one after this in the list
document.previous | less_than_sign | step_document(-1) | | Previous document
    The one before

[transcript]
-go.left | left | move('character', -1) | | Character left
-go.right | right | move('character', 1) | | Character right
-go.up | up | move('row', -1) | | Row up
-go.down | down | move('row', 1) | | Row down
-go.word | w ctrl+right | move('word', 1) | | Next word
-go.word.back | b ctrl+left | move('word', -1) | | Word back
-go.sentence | s | move('sentence', 1) | | Next sentence
-go.sentence.back | S | move('sentence', -1) | | Sentence back
-go.turn | t ctrl+down | move('turn', 1) | | Next turn
-go.turn.back | T ctrl+up | move('turn', -1) | | Turn back
-go.uncoded | n | uncoded(1) | next uncoded | Next turn neither coded nor read
-go.uncoded.back | N | uncoded(-1) | | Previous such turn
-go.page | pagedown space | move('page', 1) | | Page down
-go.page.back | pageup | move('page', -1) | | Page up
-go.row.start | home | move('row-end', -1) | | Start of the row
-go.row.end | end | move('row-end', 1) | | End of the row
-go.first | ctrl+home | move('document', -1) | | Start of the document
-go.last | ctrl+end | move('document', 1) | | End of the document
-go.mark | v | mark | select | Begin or end a selection
-go.select.left | shift+left | move('character', -1, True) | | Extend by a character left
-go.select.right | shift+right | move('character', 1, True) | | Extend by a character right
-go.select.up | shift+up | move('row', -1, True) | | Extend a row up
-go.select.down | shift+down | move('row', 1, True) | | Extend a row down
-go.select.word | ctrl+shift+right | move('word', 1, True) | | Extend by a word
-go.select.word.back | ctrl+shift+left | move('word', -1, True) | | Extend by a word back
-go.select.turn | ctrl+shift+down | move('turn', 1, True) | | Extend by a turn
-go.select.turn.back | ctrl+shift+up | move('turn', -1, True) | | Extend by a turn back
-go.select.page | shift+pagedown | move('page', 1, True) | | Extend by a page
-go.select.page.back | shift+pageup | move('page', -1, True) | | Extend by a page up
-go.select.row.start | shift+home | move('row-end', -1, True) | | Extend to the start of the row
-go.select.row.end | shift+end | move('row-end', 1, True) | | Extend to the end of the row
-go.copy | y ctrl+c | copy | | Copy the passage

[home]
-home.open | enter | open_lit | open | Open
    The documents of a case, a document, the place of what is left
home.import | i | import_files | import | Import transcripts
    A file, a folder or a pattern, for a case
home.case | a | new_case | new case | New case
    By typing its name
home.file | k | file_document | | Put the document under a case
    The lit document goes to another case
home.sample | s | try_sample | | Try the sample
    Fictional interviews, coded, in a project of their own
home.codebook | b | choose_codebook | | Choose a codebook
    A shipped one, one from a file, or a blank one
-home.back | escape | go_back | | Back to the cases
    From the documents or from what is left
-home.pane | tab | app.focus_next | next pane | Next pane
    Cases, documents, what is left
-home.pane.back | shift+tab | app.focus_previous | | Previous pane
    The other way round

[quotes]
-quotes.open | enter | open_place | to the text | To the text
    The passage in its transcript
quotes.ask | slash | edit_query | ask | Ask for passages
    Type a field and a value, or words that were said
quotes.code | c | ask_code | code | Passages of a code
    Choose the code, those below it included
quotes.build | b | build_query | build | Build the question
    Field by field: and, or, not, on the same passage, within some turns
quotes.all | backspace | all_quotes | | All passages
    Empty the line
quotes.mark | space | mark_quote | mark | Mark the passage
    Acts go to all that are marked
quotes.mark.all | ctrl+a | mark_all | | Mark all
    All that are shown; again: none
quotes.helps | plus | revalue('helps') | helps | Helps
    A success factor; where all have it, it is cleared
quotes.hinders | minus | revalue('hinders') | hinders | Hinders
    A pitfall; where all have it, it is cleared
quotes.mixed | full_stop | revalue('mixed') | mixed | Mixed
    Helps and hinders; where all have it, it is cleared
quotes.recode | r | recode | recode | Recode
    Another code in place of the one they have
quotes.theme | t | gather | theme | Gather under a theme or a finding
    One that is there, or a new one
quotes.choose | q | choose_quote | quote | Choose as a quote
    For a finding, a proposition, a theme or the report
quotes.chosen | Q | chosen_quotes | | Chosen quotes
    Shorten, correct, translate, attribute, withhold
quotes.memo | m | quote_memo | | Memo
    A note on the lit passage
quotes.copy | y | copy_quotes | copy | Copy
    The words with who said them
quotes.file | Y | file_quotes | | Write to a file
    The words with who said them, as text
quotes.undo | u | undo | undo | Undo
    Take back the last act
quotes.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-quotes.back | escape | unmark | | Back
    Take the marks away

[tables]
-tables.enter | enter | choose_cell | quotes | Quotes of the cell
    What lies behind the number; on a summary: write it
tables.next | tab | step_table(1) | next table | Next table
    The one after this in the list
tables.previous | shift+tab | step_table(-1) | | Previous table
    The one before
-tables.number | 1 2 3 4 5 6 7 8 9 | table | | Table 1 to 9
    By its number in the list
tables.export | e | export | export | Export what is seen
    To csv, xlsx or docx, by the ending of the file
tables.notes | o | notes | notes | Notes in full
    What the numbers rest on and how they are counted
tables.summary | m | summary | | Summary of the theme
    In the table of themes; on the column of a case the one for that case
-tables.back | escape | back_to_table | | Back to the table
    Put the quotes away
"""
# A line per action: id | keys | what the place is asked to do | words for the hints | label.
# An indented line below it is the tooltip; a minus before the id keeps it out of the palette.


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `run` is what the screen or widget named by `where` is asked to do; `hint` the one or two words
    for the line of keys (empty: not shown there). Keys are named as the terminal library names
    them.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    tooltip: str
    where: str
    run: str
    hint: str = ""
    palette: bool = True


def _read(registry: str) -> Iterator[Action]:
    """The actions that the registry's lines describe."""
    where = ""
    lines = [line for line in registry.splitlines() if line]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("["):
            where = line.strip("[]")
        elif not line.startswith(" "):
            name, keys, run, hint, label = (part.strip() for part in line.split("|"))
            tooltip = after.strip() if after.startswith(" ") else label
            listed, name = not name.startswith("-"), name.removeprefix("-")
            yield Action(name, tuple(keys.split()), label, tooltip, where, run, hint, listed)


ACTIONS = tuple(_read(_REGISTRY + PASSAGES + WAYS + CHARTING + FINDINGS + OVERLAYS + CODEBOOK))
"""All of them, in the order in which help shows them."""
