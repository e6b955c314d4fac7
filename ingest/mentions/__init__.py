"""An outline into names: every stretch that names something, known to a list or not."""
