"""The breach desk: whom to ring, who must be told by when, and what the regulator will ask. Values only."""
