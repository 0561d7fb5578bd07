"""The part of a page that opens the words behind a number: its data, its script, its look."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape

from qualcode.reports.model import Behind
from qualcode.reports.wording import Wording

STYLE = """
button[data-evidence] { font: inherit; color: inherit; background: none; border: 0;
  padding: 0 .1rem; text-decoration: underline dotted; text-underline-offset: .2em;
  cursor: pointer; }
dialog { max-width: 44rem; width: calc(100% - 2rem); max-height: 80vh; border: 1px solid #555;
  padding: 1rem 1.2rem; overflow: auto; }
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
dialog form { position: sticky; top: 0; text-align: right; }
@media print { dialog { display: none; } button[data-evidence] { text-decoration: none; } }
"""

SCRIPT = """
"use strict";
const behind = JSON.parse(document.getElementById("behind").textContent);
const dialog = document.getElementById("words");
const list = dialog.querySelector("div");
function put(parent, tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-evidence]");
  if (!button) return;
  const key = button.dataset.evidence;
  const cell = button.closest("td, th");
  const row = cell.parentElement.querySelector("th");
  dialog.querySelector("h2").textContent =
    (row ? row.textContent.trim() + " \\u00b7 " : "") + button.textContent.trim();
  list.replaceChildren();
  for (const n of behind.keys[key] || []) {
    const [text, who] = behind.words[n];
    const quote = put(list, "blockquote", "");
    put(quote, "p", "\\u201d" + text + "\\u201d").dir = "auto";
    put(quote, "footer", who);
  }
  if (behind.back[key]) put(list, "p", behind.back[key]);
  const name = put(list, "p", key);
  name.className = "key";
  dialog.showModal();
  dialog.scrollTop = 0;
});
"""


def policy() -> str:
    """What the page may run: this script and no other."""
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    return f"script-src 'sha256-{digest}'"


def page_part(found: Behind, words: Wording) -> str:
    """The window for the words, the words as data, and the script that brings them together."""
    data = {
        "words": [[one.text, one.attribution] for one in found.words],
        "keys": {key: list(places) for key, places in found.keys.items()},
        "back": {
            key: words.say("kept-back", passages=words.count("passage", number))
            for key, number in found.kept_back.items()
            if number
        },
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    close = escape(words.word("close"))
    return (
        '<dialog id="words" aria-labelledby="words-title"><form method="dialog">'
        f'<button autofocus>{close}</button></form><h2 id="words-title"></h2><div></div></dialog>\n'
        f'<script type="application/json" id="behind">{safe}</script>\n'
        f"<script>{SCRIPT}</script>"
    )
