"""The one module that runs DuckDB: a database in memory, that fetches nothing and installs nothing."""

from __future__ import annotations

import duckdb

Connection = duckdb.DuckDBPyConnection
Refused = duckdb.Error
"""What is raised where DuckDB cannot do what it is asked."""


def connect(memory: str = "1GiB") -> Connection:
    """An empty database in memory; with one thread, so that the same question gives the same bytes."""
    return duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": memory,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
