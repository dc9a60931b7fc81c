"""Free analysis: monthly Parquet with its dictionary, and each indicator as one expression that every engine runs.

Never in a web worker; needs the extra `analytics`, and `sail` or `spark` for those engines (decision 0033).
"""
