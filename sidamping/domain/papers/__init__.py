"""Composition of official papers: facts and a dated format go in, plain content comes out (E17, house rule 22).

Nothing here reads a database or a clock; what is composed is frozen elsewhere and never recomputed.
"""
