"""`qualcode quote`: words chosen to be printed, and what is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, print_data, say, warn
from qualcode.cli.parts import Group, changes, said
from qualcode.cli.quote_parts import place, placed, replacement, share_shape, view_shape

if TYPE_CHECKING:
    from qualcode.services.quotes import QuoteView

OWNERS = click.Choice(["finding", "proposition", "theme", "outcome", "cell", "report"])
SIDES = click.Choice(["for", "against"])
FIELDS = (
    Field("ID"),
    Field("FOR"),
    Field("WHO", flexible=True),
    Field("WORDS", flexible=True),
)
WHY = {
    "unknown": "consent is unknown",
    "no": "no consent",
    "unnamed": "nobody is known to have said it",
    "gone": "the passage is gone",
}
SHARES = (Field("BY"), Field("NAME", flexible=True), Field("QUOTES", right=True), Field("SHARE"))


@click.group("quote", cls=Group)
def quote() -> None:
    """Quotes chosen for findings, propositions, themes, outcomes, cells and the report.

    Words of people who have not agreed to be quoted are never shown or printed; unknown is no.
    """


@quote.command("list")
@click.option("--for", "kind", type=OWNERS, help="Only those of one kind of thing.")
@click.option("--of", "owner", metavar="REF", help="Only those of one thing; CASE/CODE a cell.")
@click.option("--no-consent", is_flag=True, help="Only those that nobody has said yes to.")
@click.pass_obj
def list_(call: Call, kind: str | None, owner: str | None, no_consent: bool) -> None:
    """List the chosen quotes, those kept back with the reason."""
    if owner is not None and kind is None:
        raise click.UsageError("Say of which kind it is: --for KIND.")
    with call.opened() as project:
        found = project.quotes.views(kind, owner)
        if no_consent:
            from qualcode.services.outdated import without_consent

            silent = set(without_consent(project.session))
            found = [one for one in found if one.quote.id in silent]
    if call.json:
        emit([view_shape(one) for one in found])
        return
    rows = [(one.quote.id, one.quote.owner_kind, one.attribution, _words(one)) for one in found]
    how = "No quotes. Choose one: qualcode quote choose CODING --for KIND --of REF"
    grid(FIELDS, rows, "No such quotes." if no_consent else how)


@quote.command("choose")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.option("--for", "kind", type=OWNERS, default="report", help="report, unless said.")
@click.option("--of", "owner", metavar="REF", default="", help="Of which; CASE/CODE for a cell.")
@click.option("--side", type=SIDES, default="for", help="Which way it speaks.")
@click.pass_obj
def choose(call: Call, codings: tuple[str, ...], kind: str, owner: str, side: str) -> None:
    """Choose the passages of codings as quotes, all in one act, and print their ids.

    Those that are chosen for it already are left out.
    """
    with call.opened() as project:
        made = project.quotes.choose_several(codings, kind, owner, side=side)
    if call.json:
        plain = [view_shape(one) for one in made]
        emit(plain[0] if len(codings) == 1 else plain)
        return
    for one in made:
        print_data(one.quote.id)
        if one.withheld is not None:
            warn(f"its words are kept back: {_why(one)}")


@quote.command("drop")
@click.argument("quote", metavar="QUOTE")
@click.pass_obj
def drop(call: Call, quote: str) -> None:
    """Choose a quote no more; the passage stays coded."""
    with call.opened() as project:
        project.quotes.drop(quote)
    if call.json:
        emit({"removed": quote})
    else:
        say("The quote was dropped.")


@quote.command("shorten")
@click.argument("quote", metavar="QUOTE")
@click.option("--cut", "cuts", type=place, multiple=True, metavar="START:END", help="Repeatable.")
@click.option("--words", "words", multiple=True, metavar="TEXT", help="Words to leave out.")
@click.option("--whole", is_flag=True, help="Bring back all that was left out.")
@click.pass_obj
def shorten(
    call: Call, quote: str, cuts: tuple[tuple[int, int], ...], words: tuple[str, ...], whole: bool
) -> None:
    """Leave words out; each gap is marked […]. Places count from the passage's first sign."""
    if whole == bool(cuts or words):
        raise click.UsageError("Give --cut or --words, or --whole alone.")
    with call.opened() as project:
        passage = project.quotes.get(quote).passage
        gone = [*cuts, *(placed(passage, one) for one in words)]
        _told(call, project.quotes.shorten(quote, gone))


@quote.command("correct")
@click.argument("quote", metavar="QUOTE")
@click.option("--marks", is_flag=True, help="Quotation marks as the language has them.")
@click.option("--spaces", is_flag=True, help="No space before a full stop and its like.")
@click.option("--hesitations", is_flag=True, help="Without sounds such as uh and öh.")
@click.option("--replace", "replaced", multiple=True, metavar="OLD=NEW", help="Repeatable.")
@click.pass_obj
def correct(call: Call, /, quote: str, replaced: tuple[str, ...], **given: bool) -> None:
    """Say which small corrections are made; none given takes all back.

    What --replace puts in place of other words is printed in [brackets].
    """
    with call.opened() as project:
        passage = project.quotes.get(quote).passage
        new = [replacement(passage, one) for one in replaced]
        wanted = [name for name, on in given.items() if on]
        _told(call, project.quotes.correct(quote, wanted, new))


@quote.command("translate")
@click.argument("quote", metavar="QUOTE")
@click.argument("text")
@click.option("--language", metavar="LANG", default="", help="The language of TEXT.")
@click.option("--translator", metavar="NAME", default="", help="Who translated.")
@click.pass_obj
def translate(call: Call, quote: str, text: str, language: str, translator: str) -> None:
    """Put a translation beside the original; - reads standard input, an empty TEXT clears."""
    with call.opened() as project:
        _told(call, project.quotes.translate(quote, said(text), language, translator))


@quote.command("attribute")
@click.argument("quote", metavar="QUOTE")
@click.argument("how", type=click.Choice(["pseudonym", "role", "organisation-type", "none"]))
@click.pass_obj
def attribute(call: Call, quote: str, how: str) -> None:
    """Say what stands behind the words; the pseudonym comes with the role."""
    with call.opened() as project:
        _told(call, project.quotes.attribute(quote, how))


@quote.command("set")
@click.argument("quote", metavar="QUOTE")
@click.option("--side", type=SIDES)
@click.option("--position", type=int, metavar="N", help="Where it stands among the others.")
@click.option("--withheld", metavar="REASON", help="Keep it back, and why; empty lets it go.")
@click.pass_obj
def set_(call: Call, /, quote: str, **given: Any) -> None:
    """Change side or order of a quote, or keep it back with a reason."""
    now = changes(given)
    with call.opened() as project:
        _told(call, project.quotes.set(quote, now))


@quote.command("swap")
@click.argument("quote", metavar="QUOTE")
@click.argument("other", metavar="OTHER")
@click.pass_obj
def swap(call: Call, quote: str, other: str) -> None:
    """Let two quotes change places in the order in which they are listed and printed."""
    with call.opened() as project:
        project.quotes.swap(quote, other)
        both = [view_shape(project.quotes.view(one)) for one in (quote, other)]
    if call.json:
        emit(both)
    else:
        say("They have changed places.")


@quote.command("shares")
@click.option("--limit", type=float, metavar="PART", help="Else the setting quote_share (0.2).")
@click.pass_obj
def shares(call: Call, limit: float | None) -> None:
    """Show how the quotes are spread over participants, roles and cases.

    Warns where one participant supplies more than the limit of those that may be printed.
    """
    with call.opened() as project:
        found = project.quotes.shares(limit)
    if call.json:
        emit([share_shape(one) for one in found])
        return
    rows = [(one.by, one.name, one.quotes, f"{one.share:.0%}") for one in found]
    grid(SHARES, rows, "No quote that may be printed is chosen.")
    for one in found:
        if one.too_much:
            warn(f"{one.name} supplies {one.share:.0%} of the quotes.")


def _words(view: QuoteView) -> str:
    return f"(kept back: {_why(view)})" if view.text is None else view.text


def _why(view: QuoteView) -> str:
    return WHY.get(view.withheld or "", view.withheld or "")


def _told(call: Call, view: QuoteView) -> None:
    if call.json:
        emit(view_shape(view))
        return
    print_data(_words(view))
    if view.quote.stale:
        warn("the passage has changed since the quote was shortened or corrected.")
