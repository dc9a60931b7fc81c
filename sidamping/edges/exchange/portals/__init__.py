"""Files for systems of others: made in their layout, copied field by field, compared with theirs (decision 0040).

Nothing is sent anywhere. Identity numbers of people leave masked; they are matched in full, inside.
"""
