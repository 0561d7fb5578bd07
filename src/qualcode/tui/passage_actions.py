"""The lines of the registry for passages as such: repeating, extent, own words, hot keys."""

from __future__ import annotations

PASSAGES = """
[coding]
code.repeat | 0 | passage('repeat') | as before | Code like the last one
    The same code, valence and standing
code.key | a | passage('by_key') | by its key | Code by its key
    Then the letter or digit that the project has given the code
code.key.give | W | passage('give_key') | | Give the code in focus a key
    One letter or digit, kept with the project
code.own | i | passage('in_vivo') | own words | Make a code of the selected words
    Under a code that is chosen, or as a label without a code
code.confidence | C | passage('confidence') | | Confidence low or normal
    Unsure of this coding; again: sure
passage.extent | e | passage('extent') | extent | Move the ends of the passage
    By word or sentence, from either end
passage.split | X | passage('split') | | Cut the passage in two
    Before the word under the cursor
passage.join | I | passage('join') | | Join with what touches
    Make one passage of this one and those of yours that touch it
"""
"""Written as the registry is: `id | keys | what is asked | words for the hints | label`."""
