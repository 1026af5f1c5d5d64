"""The reports, one file each; a report is found by its file and bears its name."""
