"""A zip container written so that the same content gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

FIRST = "[Content_Types].xml"
"""The part that readers of office files look for first."""


def settled(container: bytes, put: Mapping[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """The same parts in a fixed order, all dated 1980-01-01.

    `put` says for some parts which piece of them gives way to another.
    """
    changed = put or {}
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(container)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST, name)):
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            content = source.read(name)
            if name in changed:
                content = content.replace(*changed[name], 1)
            target.writestr(part, content)
    return out.getvalue()
