"""The server's side of the field app: records stored raw first, understood afterwards, never lost or doubled (F1)."""
