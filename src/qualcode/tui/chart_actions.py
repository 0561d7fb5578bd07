"""The lines of the registry for the charting screen: a matrix of cases by codes, cell by cell.

Its key is F9, which tmux, SSH and the terminals of all three systems hand on; many of them keep F11
for themselves.
"""

from __future__ import annotations

CHARTING = """
[app]
app.charting | f9 | open_mode('charting') | | Charting
    Cases by codes: what each cell says in your words, and the passages it rests on

[charting]
-charting.open | enter | open_cell | open | Open the cell
    Its passages, the summary and the ratings; on a passage: to the text
charting.link | space | cell('link') | link | Link the passage to the summary
    The summary rests on it; again: not any more
charting.summary | m | write_summary | summary | Write the summary
    It is kept when you leave it, and with ctrl+s
charting.next | n ctrl+n | next_cell('empty', 1) | next to chart | Next cell to chart
    The next cell with passages and no summary
charting.previous | N | next_cell('empty', -1) | | Previous cell to chart
    The cell before with passages and no summary
charting.stale | s ctrl+t | next_cell('stale', 1) | next stale | Next stale cell
    The next summary that is out of date
charting.stale.back | S | next_cell('stale', -1) | | Previous stale cell
    The summary before that is out of date
charting.link.all | ctrl+a | cell('link_all') | | Link all passages
    All of the cell; where all are linked, none
charting.right | y | cell('still_right') | still right | Still right
    The summary holds for the cell as it is now
charting.against | a | cell('contrary') | against | What speaks against
    Passages of the other valence, and those that deny it
charting.final | f | cell('final') | final | Final, or a draft again
    When what speaks against has been looked at
charting.rate | r | cell('rate') | rate | Rate
    On the codebook's scale, with its anchors; not enough evidence apart from the lowest value
charting.codes | c | choose('codes') | codes | Choose the codes
    The conditions, the codes below one of them, or any
charting.rows | w | choose('rows') | rows | Choose the rows
    Cases, informants or roles
charting.order | b | choose('order') | | Order of the rows
    By an attribute of the cases or by a rating; the same again turns it round
charting.transpose | t | transpose | | Rows for columns
    Codes as rows, and back
charting.undo | u | past('undo') | undo | Undo
    Take back the last act
charting.redo | U ctrl+r | past('redo') | | Redo
    Do again what was undone
-charting.keep | ctrl+s | keep | | Keep the summary
    While you write; it is kept when you leave it too
-charting.pane | tab | app.focus_next | | Next pane
    Matrix, passages, summary
-charting.pane.back | shift+tab | app.focus_previous | | Previous pane
    The other way round
-charting.back | escape | back | back | Back
    From the summary to the passages, from there to the matrix; nothing is lost
"""
"""Written as the registry is: `id | keys | what is asked | words for the hints | label`."""
