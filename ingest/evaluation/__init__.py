"""How well the pipeline reads, and why a name is taken for a node."""
