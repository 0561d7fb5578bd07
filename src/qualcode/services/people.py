"""Cases, organisations, participants, coders and guides."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qualcode.domain.people import CONSENTS, Case, Coder, Guide, Organisation, Participant
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence
from qualcode.services.named import fresh
from qualcode.services.session import Session, pick
from qualcode.storage import documents as stored_documents
from qualcode.storage import people as stored
from qualcode.storage.journal import Act


class Cases:
    """What is compared."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Case]:
        """All cases in the order they were made."""
        return stored.cases(self._session.store)

    def resolve(self, ref: str) -> Case:
        """The case with that id, name or alias."""
        known = self.list()
        for case in known:
            if ref in case.aliases:
                return case
        return pick("case", ref, known)

    def add(self, name: str, attributes: Mapping[str, object] | None = None) -> Case:
        """A new case."""
        clean = fresh("case", name, [case.name for case in self.list()])
        with self._session.act("case.add") as act:
            case_id = stored.add_case(act, clean, attributes or {})
            act.detail["case"] = case_id
        return self.resolve(case_id)

    def set(self, ref: str, changes: Mapping[str, Any]) -> Case:
        """Change `name`, `aliases` or `attributes`; an attribute set to None goes."""
        case = self.resolve(ref)
        values: dict[str, Any] = {}
        if "name" in changes:
            others = [known.name for known in self.list() if known.id != case.id]
            values["name"] = fresh("case", str(changes["name"]), others)
        if "aliases" in changes:
            values["aliases"] = json.dumps(list(changes["aliases"]), ensure_ascii=False)
        if "attributes" in changes:
            merged = {**case.attributes, **changes["attributes"]}
            kept = {key: value for key, value in merged.items() if value is not None}
            values["attributes"] = json.dumps(kept, ensure_ascii=False)
        with self._session.act("case.set", case=case.id) as act:
            act.update("cases", case.id, values)
        return self.resolve(case.id)

    def remove(self, ref: str) -> None:
        """Take a case out; its documents stay, without a case."""
        case = self.resolve(ref)
        with self._session.act("case.remove", case=case.id) as act:
            act.remove("cases", case.id)
            for document in stored_documents.documents(self._session.store):
                if document.case_id == case.id:
                    act.update("documents", document.id, {"case_id": None})


class Organisations:
    """Partners in a case."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Organisation]:
        """All organisations by name."""
        return stored.organisations(self._session.store)

    def resolve(self, ref: str) -> Organisation:
        """The organisation with that id or name."""
        return pick("organisation", ref, self.list())

    def add(self, name: str, case: str | None = None, kind: str | None = None) -> Organisation:
        """A new organisation."""
        clean = fresh("organisation", name, [known.name for known in self.list()])
        case_id = Cases(self._session).resolve(case).id if case else None
        with self._session.act("organisation.add") as act:
            row = {"name": clean, "case_id": case_id, "type": kind}
            act.detail["organisation"] = act.insert("organisations", row)
        return self.resolve(act.detail["organisation"])

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Organisation:
        """Change `name`, `case` or `type`; None clears the last two."""
        found = self.resolve(ref)
        values: dict[str, Any] = {}
        if changes.get("name"):
            others = [known.name for known in self.list() if known.id != found.id]
            values["name"] = fresh("organisation", str(changes["name"]), others)
        if "case" in changes:
            case = changes["case"]
            values["case_id"] = Cases(self._session).resolve(case).id if case else None
        if "type" in changes:
            values["type"] = changes["type"]
        with self._session.act("organisation.set", organisation=found.id) as act:
            act.update("organisations", found.id, values)
        return self.resolve(found.id)

    def remove(self, ref: str) -> None:
        """Take an organisation out; degrees that name it keep its name."""
        found = self.resolve(ref)
        with self._session.act("organisation.remove", organisation=found.id) as act:
            act.remove("organisations", found.id)

    def named(self, act: Act, name: str, *, strict: bool) -> tuple[str, bool]:
        """The id of the organisation with that name, made within `act` when new.

        The second value says whether it was made. With `strict` an unknown one raises NotFound.
        """
        known = self.list()
        for organisation in known:
            if name in (organisation.name, organisation.id):
                return organisation.id, False
        folded = [o for o in known if o.name.casefold() == name.strip().casefold()]
        if folded:
            return folded[0].id, False
        if strict:
            pick("organisation", name, known)
        row = {"name": fresh("organisation", name, ()), "case_id": None, "type": None}
        return act.insert("organisations", row), True


class Participants:
    """Informants under pseudonyms."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Participant]:
        """All participants by pseudonym."""
        return stored.participants(self._session.store)

    def resolve(self, ref: str) -> Participant:
        """The participant with that id or pseudonym."""
        return pick("participant", ref, self.list())

    def add(self, name: str, details: Mapping[str, str | None] | None = None) -> Participant:
        """A new participant; details are `role`, `organisation`, `case`, `consent`."""
        clean = fresh("participant", name, [known.name for known in self.list()])
        values = self._values(details or {})
        with self._session.act("participant.add") as act:
            act.detail["participant"] = act.insert("participants", {"name": clean, **values})
        return self.resolve(act.detail["participant"])

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Participant:
        """Change `name`, `role`, `organisation`, `case` or `consent`; None clears."""
        found = self.resolve(ref)
        values = self._values({k: v for k, v in changes.items() if k != "name"})
        if changes.get("name"):
            others = [known.name for known in self.list() if known.id != found.id]
            values["name"] = fresh("participant", str(changes["name"]), others)
        with self._session.act("participant.set", participant=found.id) as act:
            act.update("participants", found.id, values)
        return self.resolve(found.id)

    def remove(self, ref: str) -> None:
        """Take a participant out; documents stay, without an informant."""
        found = self.resolve(ref)
        with self._session.act("participant.remove", participant=found.id) as act:
            act.remove("participants", found.id)

    def _values(self, details: Mapping[str, str | None]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if "role" in details:
            values["role"] = details["role"]
        if "organisation" in details:
            name = details["organisation"]
            values["organisation_id"] = (
                Organisations(self._session).resolve(name).id if name else None
            )
        if "case" in details:
            case = details["case"]
            values["case_id"] = Cases(self._session).resolve(case).id if case else None
        if "consent" in details:
            consent = details["consent"] or "unknown"
            if consent not in CONSENTS:
                raise Invalid(
                    sentence("'{consent}' is no consent.", consent=consent),
                    sentence("Known: {names}.", names=", ".join(CONSENTS)),
                )
            values["consent"] = consent
        return values


class Coders:
    """The people who code."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Coder]:
        """All coders by name."""
        return stored.coders(self._session.store)

    def add(self, name: str, full_name: str | None = None) -> Coder:
        """A new coder."""
        clean = fresh("coder", name, [known.name for known in self.list()])
        with self._session.act("coder.add") as act:
            row = {"name": clean, "full_name": full_name}
            act.detail["coder"] = act.insert("coders", row)
        return pick("coder", act.detail["coder"], self.list())

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Coder:
        """Change `name` or `full_name`."""
        found = pick("coder", ref, self.list())
        values = dict(changes)
        if "name" in values:
            others = [known.name for known in self.list() if known.id != found.id]
            values["name"] = fresh("coder", values["name"] or "", others)
        with self._session.act("coder.set", coder=found.id) as act:
            act.update("coders", found.id, values)
        return pick("coder", found.id, self.list())

    def remove(self, ref: str) -> None:
        """Take a coder out; raises Conflict when codings carry the name."""
        found = pick("coder", ref, self.list())
        if stored.has_codings(self._session.store, found.id):
            raise Conflict(
                sentence("{found} has codings.", found=found.name),
                sentence("Remove those first, or rename the coder."),
            )
        with self._session.act("coder.remove", coder=found.id) as act:
            act.remove("coders", found.id)


class Guides:
    """What was asked about, so that silence can be told from not having been asked."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Guide]:
        """All guides by name."""
        return stored.guides(self._session.store)

    def resolve(self, ref: str) -> Guide:
        """The guide with that id or name."""
        return pick("guide", ref, self.list())

    def add(self, name: str, details: Mapping[str, Sequence[str]]) -> Guide:
        """A new guide; details are `codes`, `groups`, `cases`, `documents`."""
        clean = fresh("guide", name, [known.name for known in self.list()])
        values = self._values(details)
        if not values.get("codes"):
            raise Invalid(
                sentence("A guide needs the codes that were asked about."),
                sentence("Give --code ID ..."),
            )
        with self._session.act("guide.add") as act:
            act.detail["guide"] = stored.add_guide(act, {"name": clean, **values})
        return self.resolve(act.detail["guide"])

    def set(self, ref: str, changes: Mapping[str, Sequence[str]]) -> Guide:
        """Replace any of `codes`, `groups`, `cases`, `documents`."""
        found = self.resolve(ref)
        values = {
            key: json.dumps(value, ensure_ascii=False)
            for key, value in self._values(changes).items()
        }
        with self._session.act("guide.set", guide=found.id) as act:
            act.update("guides", found.id, values)
        return self.resolve(found.id)

    def remove(self, ref: str) -> None:
        """Take a guide out: what it covered becomes unknown."""
        found = self.resolve(ref)
        with self._session.act("guide.remove", guide=found.id) as act:
            act.remove("guides", found.id)

    def _values(self, details: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
        book = self._session.book()
        known = stored_documents.documents(self._session.store)
        makers: Mapping[str, Callable[[str], str]] = {
            "codes": lambda name: book.code(name).id,
            "groups": lambda name: name,
            "cases": lambda name: Cases(self._session).resolve(name).id,
            "documents": lambda name: pick("document", name, known).id,
        }
        return {key: [makers[key](name) for name in names] for key, names in details.items()}
