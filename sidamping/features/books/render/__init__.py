"""Books as text for other programs. Reads entries and a chart, no record and no clock."""
