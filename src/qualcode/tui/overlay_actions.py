"""The part of the registry of actions that concerns what opens over every screen.

The lines are read by `qualcode.tui.actions`, which says what they mean.
"""

from __future__ import annotations

OVERLAYS = """
[app]
app.jump | f12 | jump | | Jump to a pane
    Letters over the panes; one key goes there
app.history | H | history | | History
    All that was done, newest first; taking back and doing again from there
app.memos | M | memos | | Memos
    Notes on the project, cases, documents, codes and passages
app.report | R | write_report | | Write the report
    As Word, Excel or a web page, in the language and for the readers you choose
app.language | | choose_language | | Language of the screens
    English, Swedish, Danish or Norwegian

[history]
history.undo | u | undo | undo | Undo
    Take back the last act
history.redo | U ctrl+r | redo | redo | Redo
    Do again what was undone
-history.reach | enter | reach | up to here | Take back up to here
    The lit act of yours and all after it; on an undone one: done again up to it
history.filter | slash | filter | filter | Filter
    By words of the act, who and when
-history.back | escape | back | back | Back
    Empty the filter, then close

[memos]
-memos.edit | enter | edit | edit | Edit
    The lit memo, with its kind
memos.new | n | new | new | New memo
    On the passage, document, case, code or project
memos.outside | e | outside | in your editor | Write in your own editor
    The lit memo, in the program that EDITOR names
memos.remove | x delete | remove | remove | Remove
    The lit memo; undo brings it back
memos.undo | u | undo | undo | Undo
    Take back the last act
memos.redo | U ctrl+r | redo | | Redo
    Do again what was undone
memos.filter | slash | filter | filter | Filter
    By words, kind, coder and what it is on
-memos.back | escape | back | back | Back
    Empty the filter, then close

[writing]
-writing.keep | escape ctrl+s | keep | keep | Keep and close
    Nothing typed is lost
-writing.kind | ctrl+t | next_kind | kind | Another kind of memo
    Analytic, methodological, reflexive
-writing.outside | ctrl+o | outside | in your editor | Write in your own editor
    The program that EDITOR names, after a warning
"""
