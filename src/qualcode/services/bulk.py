"""Work on tens of thousands of rows at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_bulk() -> Iterator[None]:
    """Put off the search for circular garbage until the work is done.

    Rows hold no circles, and looking for some while thousands of them are made takes as long as
    making them.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
