"""Write a file of mappings."""

import csv
import io
from collections.abc import Iterable

import yaml

from kg.sssom.values import COLUMNS, NEEDED, REJECTED, VERSION, Head, Mapping, joined


def write(head: Head, mappings: Iterable[Mapping]) -> str:
    """Return a file: rows sorted by what they map, columns in the order of the standard, empty ones left out.

    Raises:
        MappingError: an IRI begins with none of the prefixes of the head.
    """
    rows = [_cells(head, mapping) for mapping in mappings]
    more = sorted({slot for row in rows for slot in row} - set(COLUMNS))
    used = [slot for slot in (*COLUMNS, *more) if slot in NEEDED or any(row.get(slot) for row in rows)]
    file = io.StringIO()
    table = csv.writer(file, delimiter="\t", lineterminator="\n")
    table.writerow(used)
    rows.sort(key=lambda row: ([row[slot] for slot in NEEDED], sorted(row.items())))
    table.writerows([row.get(slot, "") for slot in used] for row in rows)
    return "".join(f"#{line}\n" for line in _above(head).splitlines()) + file.getvalue()


def _above(head: Head) -> str:
    """Return the YAML of a head."""
    told: dict[str, object] = {"sssom_version": VERSION, "curie_map": dict(sorted(head.prefixes))}
    told |= {"mapping_set_id": head.id, "license": head.licence, **dict(head.others)}
    written: str = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000)
    return written


def _cells(head: Head, mapping: Mapping) -> dict[str, str]:
    told = {
        "subject_id": head.shortened(mapping.subject),
        "subject_label": mapping.subject_label,
        "predicate_id": head.shortened(mapping.predicate),
        "predicate_modifier": REJECTED if mapping.is_rejected else None,
        "object_id": head.shortened(mapping.object),
        "object_label": mapping.object_label,
        "mapping_justification": head.shortened(mapping.justification),
        "author_label": joined(mapping.authors),
        "mapping_tool": mapping.tool,
        "mapping_tool_version": mapping.tool_version,
        "mapping_date": mapping.date and mapping.date.isoformat(),
        "confidence": None
        if mapping.confidence is None
        else f"{mapping.confidence:.3f}".rstrip("0").rstrip("."),
        "curation_rule_text": joined(mapping.rules),
        "comment": mapping.comment,
        **dict(mapping.others),
    }
    return {slot: " ".join(cell.split()) for slot, cell in told.items() if cell}
