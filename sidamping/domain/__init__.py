"""Rules as pure functions: no Django, no database, no clock."""
