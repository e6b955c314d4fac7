"""Names into mentions: which node each one is."""
