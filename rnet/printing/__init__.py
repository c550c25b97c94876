"""Numbers, vectors, matrices, tables and frames as the text R prints."""
