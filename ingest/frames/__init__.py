"""Predications into claims: what a verb or noun means is data, data/frames.toml."""
