"""What layout says of persons: the offices beside their names, and the lists that they stand in."""
