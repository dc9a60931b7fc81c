"""Instruments in and out of the house as XLSForm workbooks."""
