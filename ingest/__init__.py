"""Report files in, graph batches out."""
