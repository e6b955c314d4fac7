"""What is known before a text is read: gazetteers, series of conferences, dates."""
