"""Plans of changes to a register's files, one act a file; nothing here writes."""
