"""The kinds of record: the only place that declares fields."""
