"""The part of the material that a table was asked about."""

from __future__ import annotations

from dataclasses import replace

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import Material
from qualcode.domain.table import TableOptions


def narrow(material: Material, options: TableOptions) -> Material:
    """The material of one coder, of some cases, of some codes and those below; else as it is.

    With cases only their documents, people and organisations are left, so that denominators are
    theirs too; a document of another case stays when some of its passages belong to them.
    """
    codings = CodedRows.of(material.codings)
    degrees, reading = material.degrees, material.reading
    if options.coder is not None:
        codings = codings.where(name == options.coder for name in codings.column("coder"))
        degrees = tuple(row for row in degrees if row.coder == options.coder)
        reading = reading and reading.by_coder(options.coder)
    if options.codes:
        below = chosen_codes(material, options)
        codings = codings.where(code in below for code in codings.column("code"))
    cases = frozenset(options.cases)
    if cases:
        codings = codings.where(case in cases for case in codings.column("case_id"))
        degrees = tuple(row for row in degrees if row.case_id in cases)
    narrowed = replace(material, codings=codings, degrees=degrees, reading=reading)
    return _of_cases(narrowed, cases) if cases else narrowed


def chosen_codes(material: Material, options: TableOptions) -> frozenset[str]:
    """The codes that were asked for and all below them; every code when none were named."""
    if not options.codes:
        return frozenset(material.codebook.by_id)
    return frozenset(
        below
        for name in options.codes
        for below in material.codebook.below(material.codebook.code(name).id)
    )


def _of_cases(material: Material, cases: frozenset[str]) -> Material:
    codings = CodedRows.of(material.codings)
    held = {*codings.column("document_id"), *(row.document_id for row in material.degrees)}
    documents = tuple(
        document
        for document in material.documents
        if document.case_id in cases or document.id in held
    )
    heard = {*codings.column("participant_id"), *(row.participant_id for row in material.degrees)}
    heard |= {document.participant_id for document in documents}
    return replace(
        material,
        cases=tuple(case for case in material.cases if case.id in cases),
        documents=documents,
        participants=tuple(
            person
            for person in material.participants
            if person.case_id in cases or person.id in heard
        ),
    )
