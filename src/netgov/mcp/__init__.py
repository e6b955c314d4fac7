"""The graph for machines that talk: its questions as tools of the Model Context Protocol."""
