"""Statements into a batch for the graph."""
