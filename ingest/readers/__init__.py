"""Files into blocks of text."""
