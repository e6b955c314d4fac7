"""Blocks into an outline: sections, passages and sentences, and what the front matter says."""
