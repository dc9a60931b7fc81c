"""The OpenRosa subset for standard clients (ODK Collect, KoboCollect): form list, form, submission (F4)."""
