"""What a naming of an event says: whose it is, which one, when and where."""
