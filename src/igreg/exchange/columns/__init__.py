"""Which column of a table means which field: the heads that exports have, as data, and how a head is found in them."""
