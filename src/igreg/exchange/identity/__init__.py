"""Who or what is meant by a row: a record that is there, a new one, or nobody that can be told."""
