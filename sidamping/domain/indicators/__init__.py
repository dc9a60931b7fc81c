"""Indicators as pure functions: counts that cannot contradict each other, and reasons where published figures do.

A share is always computed from counts; what was not reported is counted apart from zero (C4-C6, product point 9).
"""
