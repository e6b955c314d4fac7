"""The knowledge graph of Internet governance: who works with whom on what, and where it is said."""
