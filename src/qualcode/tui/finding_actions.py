"""The lines of the registry for findings and propositions, chosen quotes and emergent labels.

The lines are read by `qualcode.tui.actions`, which says what they mean.
"""

from __future__ import annotations

FINDINGS = """
[app]
app.findings | f10 | open_mode('findings') | | Findings
    Success factors, pitfalls and propositions, with the cases for and against

[findings]
-findings.open | enter | open_lit | open | Open
    From a statement to what lies behind it, from a case to its passages
findings.new | n | word('new') | new | New finding or proposition
    A success factor, a pitfall, or a statement held against every case
findings.edit | e | word('statement') | edit | Edit the statement
    In its place; enter keeps
findings.gather | t | act('gather') | gather | Gather under a theme or a finding
    What the lit passage has
findings.query | slash | word('query') | query | Query of the proposition
    What speaks of it, asked for as on the screen of quotes; checked while you type
findings.contrary | c | act('contrary') | speaks against | What speaks against it
    To be looked at before it can be final
findings.final | f | act('final') | final | Final or draft
    Final once what speaks against it was looked at
findings.pin | p | act('pin') | place a case | Place a case by hand
    For, against, mixed or silent, with a reason
findings.quote | q | act('quote') | quote | Choose as a quote
    The lit passage, for this finding
findings.verdict | v | word('verdict') | verdict | Verdict
    The proposition holds, holds with limits, or does not
findings.rival | r | word('rival') | rival | Rival explanation
    What else could explain it
findings.met | w | word('met') | how met | How a pitfall was met
    In a sentence; enter keeps
findings.full | o | word('in_full') | | All that is said of it
    The statement with its query, rival explanation and cases by name
findings.mark | space | mark_claim | mark | Mark the finding
    To be merged with others
findings.merge | g | act('merge') | merge | Merge the marked findings
    Into the lit one where it is marked, else into the first
findings.drop | x delete | act('drop') | take out | Take out
    What is lit: the finding, what it rests on, or the quote
findings.helps | plus | word('helps') | | Success factor
    A proposition: what helps supports it; again clears
findings.hinders | minus | word('hinders') | | Pitfall
    A proposition: what hinders supports it; again clears
findings.side | s | act('side') | | For or against
    What it rests on goes to the other side
findings.quotes | Q | act('quotes') | | Chosen quotes
    Shorten, correct, translate, attribute, withhold
findings.labels | l | act('labels') | | Emergent labels
    What no code fitted, and what was decided
-findings.view | 1 2 3 4 5 6 7 8 9 | view | | Passages, cases, grounds, quotes
    By their number
findings.undo | u | undo | undo | Undo
    Take back the last act
findings.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-findings.pane | tab | app.focus_next | next pane | Next pane
    The list, what lies behind the lit one
-findings.pane.back | shift+tab | app.focus_previous | | Previous pane
    The other way round
-findings.back | escape | back | | Back
    From one case to all, then to the list

[curation]
-curation.open | enter | to_text | to the text | To the text
    The passage in its transcript
curation.shorten | s | shorten | shorten | Shorten
    By marking the words that are left out
curation.correct | c | correct | correct | Correct
    Quotation marks, spaces, sounds of hesitation
curation.translate | t | translate | translate | Translate
    Beside the original, with the name of who translated
curation.attribute | a | attribute | attribution | Next attribution
    Pseudonym, role, type of organisation, none
curation.withhold | w | withhold | withhold | Withhold or print
    With a reason; again lets it be printed
curation.side | f | side | | For or against
    Which side the quote stands on
curation.up | less_than_sign | move(-1) | | Put before the one above
    The order in which they are printed
curation.down | greater_than_sign | move(1) | | Put after the one below
    The order in which they are printed
curation.drop | x delete | drop | drop | Choose it no more
    The passage and its codes stay
curation.undo | u | undo | undo | Undo
    Take back the last act
curation.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-curation.back | escape Q | back | back | Back
    To where you were

[trimming]
-trimming.toggle | space x | leave_out | leave out | Leave out or take back in
    The word under the cursor, or the words selected
-trimming.mark | v | mark | select | Begin or end a selection
    Then the arrows extend it
-trimming.replace | r | replace | other words | Other words in their place
    They are printed in square brackets
-trimming.all | backspace | all_words | all back | All words back
    Nothing left out, nothing replaced
-trimming.right | right w | step(1) | | Next word
-trimming.left | left b | step(-1) | | Word back
-trimming.up | up | row(-1) | | Row up
-trimming.down | down | row(1) | | Row down
-trimming.select.right | shift+right | step(1, True) | | Extend by a word
-trimming.select.left | shift+left | step(-1, True) | | Extend by a word back
-trimming.select.up | shift+up | row(-1, True) | | Extend a row up
-trimming.select.down | shift+down | row(1, True) | | Extend a row down
-trimming.first | home | end(-1) | | First word
-trimming.last | end | end(1) | | Last word
-trimming.keep | enter ctrl+s | keep | keep | Keep and close
    As one act
-trimming.back | escape | back | back | Back
    Ends a selection; then closes and keeps

[labels]
labels.mark | space | mark | mark | Mark the label
    Acts go to all that are marked
labels.code | c | to_code | code | Make a code of it
    New or there already; its passages go along
labels.theme | t | to_theme | theme | Put it under a theme
    The decision and its reason are logged
labels.aside | x delete | aside | aside | Set it aside
    Neither code nor theme, with a reason
labels.reopen | o | reopen | reopen | Undecided again
    It leaves its themes
-labels.passages | enter | to_passages | passages | Its passages
    On the screen of quotes
labels.undo | u | undo | undo | Undo
    Take back the last act
labels.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-labels.back | escape | back | back | Back
    To where you were
"""
"""Written as the registry is: `id | keys | what is asked | words for the hints | label`."""
