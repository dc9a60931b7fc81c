"""Results and forms on paper: what a page or a print shows of an outcome, typst sheets, workbooks."""
