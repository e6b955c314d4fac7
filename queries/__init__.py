"""The curated queries: one question per file; the file name is the query's name."""
