"""Cards of loans on paper. Reads a loan and words, no record and no clock."""
