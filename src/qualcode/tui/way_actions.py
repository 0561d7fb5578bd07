"""The lines of the registry for the ways through the codings, and for themes."""

from __future__ import annotations

WAYS = """
[finding]
find.open | slash | find | find | Find words
    In this document or, with tab, in all; enter goes on to the next place
find.next | f | found(1) | | Next place found
    The next place with the words searched for
find.previous | F | found(-1) | | Previous place found
    The place before
find.list | L | found_list | | All places found
    The places with the words searched for, in all documents

[ways]
way.coded | k | coded(1) | next coded | Next coded turn
    The next turn with a coding
way.coded.back | K | coded(-1) | | Previous coded turn
    The turn with a coding before this one
way.same | p | same_code(1) | | Next passage of this code
    Here, then in the documents after this one
way.same.back | P | same_code(-1) | | Previous passage of this code
    Here, then in the documents before this one
way.back | backspace | visited(-1) | | Back to the place before
    Where you were before the last leap
way.forward | z | visited(1) | | Forward again
    The other way round
way.keep | B | keep_mark | | Keep this place under a letter
    A bookmark, kept with the project
way.mark | J | go_to_mark | | Go to a kept place
    By its letter
way.coder | A | whose | | All coders' codings or only your own
    What is shown in the transcript
way.gather | G | gather | | Gather under a theme or a finding
    The current code, its own words or the passage
-way.left | E | left_here | | What is left here
    The turns of this document that are neither coded nor read
way.reread | Y | read_again | | To read again
    Passages whose words are others since their transcript was replaced

[rereading]
-rereading.go | enter | go | to the text | To the text
    The passage in its transcript, or where its words once stood
rereading.right | y space | right | still right | Still right
    The coding stays as it is and leaves the list
rereading.undo | u | undo | undo | Undo
    Take back the last act
rereading.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-rereading.back | escape q | back | back | Back
    To where you were

[themes]
-themes.open | enter | app.focus_next | passages | To its passages
    Enter on a passage goes to the text
themes.new | a | new_theme | new theme | New theme
    By typing its name
themes.gather | t | gather_lit | gather | Gather under a theme or a finding
    A code that is in none, or what the lit passage has
themes.summary | m | write_summary | summary | Write the summary
    Beside the passages; it is kept when it is left
themes.case | c | one_case | one case | One case
    Only its passages, and the summary for it; or all again
themes.quote | q | choose_quote | quote | Choose as a quote
    The lit passage, for this theme
themes.quotes | Q | chosen_quotes | | Chosen quotes
    Shorten, correct, translate, attribute, withhold
themes.labels | l | labels | | Emergent labels
    What no code fitted, and what was decided
themes.drop | x delete | drop_lit | take out | Take out of the theme
    The lit passage, or the code or words that brought it here
themes.undo | u | undo | undo | Undo
    Take back the last act
themes.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-themes.pane | tab | app.focus_next | next pane | Next pane
    Themes, passages, summary
-themes.pane.back | shift+tab | app.focus_previous | | Previous pane
    The other way round
-themes.back | escape | to_names | | Back to the themes
    What was written is kept
"""
"""Written as the registry is: `id | keys | what is asked | words for the hints | label`."""
