"""Is there enough time? What falls due times its effort, against the hours of those who hold the roles, by month."""
