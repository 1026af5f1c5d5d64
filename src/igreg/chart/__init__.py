"""Charts: a register and a day become a graph of nodes and edges. How a graph looks is no business of this package."""
