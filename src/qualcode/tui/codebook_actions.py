"""The part of the registry of actions that concerns the codebook and its revision.

The lines are read by `qualcode.tui.actions`, which says what they mean.
"""

from __future__ import annotations

CODEBOOK = """
[app]
app.codebook | f6 | open_mode('codebook') | | Codebook
    The codes with their entries, and every way to revise them

[codebook]
codebook.edit | e enter | revise('edit') | edit | Edit the entry
    Label, definition, use when, not when, example and cues in each language
codebook.language | l | next_language | language | Next language
    English, Swedish, Danish, Norwegian
codebook.add | a | make('add') | add | Add a code beside
    Beside the lit code, last of its branch
codebook.add.below | A | make('add_below') | | Add a code below
    Below the lit code
codebook.relabel | r | revise('relabel') | relabel | Relabel
    The label in the language that is shown
codebook.move | v | revise('move') | move | Move
    Below another code, or to the top, with all that lies below it
codebook.up | less_than_sign | revise('up') | | Put before the one above
    Among the codes beside it
codebook.down | greater_than_sign | revise('down') | | Put after the one below
    Among the codes beside it
codebook.merge | g | revise('merge') | merge | Merge into another
    First it is said how many codings in how many documents go along
codebook.split | s | revise('split') | split | Split
    Into new codes; its codings go on the worklist
codebook.retire | x delete | revise('retire') | retire | Retire or revive
    Its codings stay, and it takes no new ones
codebook.example | p | revise('example') | example | Example from a passage
    One of the code's passages becomes its example
codebook.labels | n | make('labels') | new labels | Labels into a code
    What coders named because no code fits
codebook.scale | S | revise('scale') | | Revise a scale
    Its values: new ones, other labels, another order; what becomes of what is said with them
codebook.extension | t | revise('extension') | | Extension on or off
    Codes that a team may do without
codebook.worklist | w | revise('worklist') | worklist | Worklist
    Codings to read again since the codebook was revised
codebook.share | i | revise('bring_in') | | Bring in a colleague's file
    What is new comes in; what both changed is decided one by one
codebook.file | Y | revise('file') | | Write to a file
    As YAML, QDC, CSV, Excel, Word and more, by the ending of the file
codebook.passages | q | passages | | Passages of this code
    All passages of the lit code, across cases
codebook.filter | slash | filter | filter | Filter
    By label, id or cue, in any language
codebook.undo | u | revise('undo') | undo | Undo
    Take back the last act
codebook.redo | U ctrl+r | revise('redo') | | Redo
    Do again what was undone
-codebook.pane | tab | pane | | Tree or entry
    Where the arrows go
-codebook.back | escape | back | | Back
    To the tree of codes

[worklist]
-worklist.go | enter | go | to the text | To the text
    The passage in its transcript
worklist.right | y space | right | still right | Still right
    The coding stays as it is and leaves the list
worklist.recode | r | recode | recode | Another code
    In place of the one it has
worklist.undo | u | undo | undo | Undo
    Take back the last act
worklist.redo | U ctrl+r | redo | | Redo
    Do again what was undone
-worklist.back | escape q | back | back | Back
    To the codebook

[scale]
-scale.keep | enter | keep | carry out | Carry out
    What becomes of the codings is said before; undo takes all of it back
scale.add | a | add | add | Add a value
    The last one; put it in its place afterwards
scale.relabel | r | relabel | relabel | Relabel
    The label in the language that is shown
scale.remove | x delete | remove | remove | Remove a value
    What is said with it turns into another one; again: it stays
scale.up | less_than_sign | shift(-1) | before | Put before the one above
    An ordered scale is numbered anew
scale.down | greater_than_sign | shift(1) | after | Put after the one below
    An ordered scale is numbered anew
scale.language | l | next_language | language | Next language
    What is written stays in each
-scale.back | escape | back | back | Leave
    Nothing is changed

[sharing]
-sharing.apply | enter | apply | apply | Bring in
    When all is decided; undo takes all of it back
sharing.mine | left m | decide('mine') | mine | Keep mine
    And go on to the next one
sharing.theirs | right t | decide('theirs') | theirs | Take theirs
    And go on to the next one; of a value, the one that it probably is
sharing.both | b | decide('both') | both | Keep both
    Where one id stands for two codes: theirs gets an id of its own
sharing.value | v | value | value | What the value turns into
    Of a value in use that the file does not have
-sharing.back | escape | back | back | Leave
    Nothing is changed

[entry]
-entry.language | ctrl+l | next_language | language | Next language
    What is typed is kept in each
-entry.keep | ctrl+s escape | keep | keep | Keep
    What it means for codings is asked
"""
