"""The official areas of Indonesia and who reaches which."""
