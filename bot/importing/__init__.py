"""Reading a register from a file: cells, then rows, then the database, or every mistake with its remedy."""
