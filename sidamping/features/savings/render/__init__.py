"""Papers of savings. Reads what it is given, no record and no clock."""
