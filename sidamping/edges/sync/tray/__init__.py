"""The pages on which people look after what phones handed in: what waits, what differs, which phone is silent."""
