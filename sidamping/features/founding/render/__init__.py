"""Draws the papers for the notary from frozen content and nothing else."""
