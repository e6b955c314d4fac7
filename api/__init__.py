"""HTTP over the graph."""
