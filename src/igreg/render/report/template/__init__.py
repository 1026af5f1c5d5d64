"""Templates of reports: what they may use, and a sandbox that they cannot leave, outlast or outgrow."""
