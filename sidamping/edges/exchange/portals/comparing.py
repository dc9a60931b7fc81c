"""Their side: the workbook that the other system gave out, read in the layout's columns and compared with our rows."""

from __future__ import annotations

from sidamping.domain.portals import Reconciled, Row, keys_of, reconciled
from sidamping.domain.problems import Problem, Refused
from sidamping.edges.exchange.portals.files import columns_of
from sidamping.edges.exchange.portals.rows import every_row
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.xlsx.read import SheetRow, read_table
from sidamping.rules.portals import Portal


def compared(viewer: Viewer, portal: Portal, content: bytes, name: str) -> Reconciled:
    """What is in ours alone, in theirs alone, and what differs; refused with every cell that cannot be read."""
    sheet = read_table(content, columns_of(portal), name=name)
    faults = [_at(row, fault) for row in sheet for fault in row.problems]
    if faults:
        raise Refused(tuple(faults))
    return reconciled(every_row(viewer, portal), [_row(portal, row) for row in sheet], portal.compared)


def _row(portal: Portal, row: SheetRow) -> Row:
    named = str(row.values.get("name") or next((row.text(key) for key in portal.keys if row.text(key)), row.number))
    return Row(named, keys_of(row.values, portal.keys, portal.kinds), row.values)


def _at(row: SheetRow, fault: Problem) -> Problem:
    return Problem(fault.code, f"{fault.where}", {**fault.values, "row": row.number})
