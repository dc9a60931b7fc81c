"""Tables in and out of Excel workbooks."""
