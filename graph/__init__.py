"""What the graph can say, and the store that keeps it."""
