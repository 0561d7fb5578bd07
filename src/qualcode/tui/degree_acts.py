"""What is said of a passage's degrees of collaboration, as acts upon the open document.

Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from qualcode.domain.coding import Degree, DegreeDetails
from qualcode.errors import Conflict
from qualcode.tui.desk import Desk, Done
from qualcode.tui.widgets.marks import Item
from qualcode.tui.words import _


def set_degree(desk: Desk, item: Item, number: int | None) -> Done:
    """Set the passage's degree by its number, without asking for a pair; None clears.

    A degree that is there keeps its pair and changes its number; several raise Conflict.
    """
    there = desk.own(item).segment.degrees
    if len(there) > 1 and number is not None:
        raise Conflict(_("Several pairs have a degree here."), _("Shift+D opens the form."))
    if number is None:
        for degree in there:
            desk.project.degrees.remove(degree.id)
    elif there:
        desk.project.degrees.set(there[0].id, {"value": number})
    else:
        desk.project.degrees.add(item.segment.id, DegreeDetails(number))
    desk.renew()
    words = _("Degree {number}", number=number) if number else _("Degree cleared")
    return Done(words, item.id)


def fill_degree(desk: Desk, item: Item, details: DegreeDetails, old: Degree | None) -> Done:
    """Add a degree with its pair, or change the one that was shown in the form."""
    segment = desk.own(item).segment
    if old is None:
        desk.project.degrees.add(segment.id, details)
    else:
        changes = {
            "value": details.value,
            "from": details.from_organisation,
            "to": details.to_organisation,
            "activity": details.activity,
            "period": details.period,
        }
        desk.project.degrees.set(old.id, changes)
    desk.renew()
    return Done(_("Degree {number}", number=details.value), item.id)
