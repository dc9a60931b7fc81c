"""A form is small: what unpacks to more, or spans more, is refused before it is opened."""

from __future__ import annotations

import pytest

from sidamping.domain.problems import Refused
from sidamping.edges.exchange.xlsform.workbook import MOST_UNPACKED, read_book
from sidamping.platform.xlsx.read import refuse_no_workbook
from tests.platform.xlsx.bombs import FAR, changed, with_rows


def test_a_form_that_unpacks_to_more_than_a_form_needs_is_refused() -> None:
    large = changed(lambda *part: part, more=(("xl/more.xml", b"<x>" + b" " * MOST_UNPACKED + b"</x>"),))
    refuse_no_workbook(large, "data.xlsx")
    with pytest.raises(Refused) as told:
        read_book("formulir.xlsx", large)
    assert [(one.code, one.values["limit"]) for one in told.value.problems] == [("SHEETS_002", 20)]


def test_a_form_of_far_cells_is_refused() -> None:
    for rows in (FAR, b'<row r="50000"><c r="Z50000"><v>1</v></c></row>'):
        with pytest.raises(Refused) as told:
            read_book("formulir.xlsx", with_rows(rows))
        assert told.value.codes == ["SHEETS_010"]
