"""A register to begin with: roles, flows, policies and plans that fit a type of organisation, and pass a check."""
