"""The graph in other forms; each module writes one of them, page by page, in an order that the graph decides."""
