"""Services that are made when they are first asked for, so that a quick command loads little."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

S = TypeVar("S")


class OnDemand(Generic[S]):
    """A service of a project by module and class: imported and made once, at the first use."""

    def __init__(self, module: str, service: str) -> None:
        self._module, self._service = module, service
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, project: Project, owner: type | None = None) -> S:
        found = getattr(import_module(f"qualcode.services.{self._module}"), self._service)
        made: S = found(project.session)
        # from now on the project has the service under this name, and this is not asked again
        project.__dict__[self._name] = made
        return made
