"""The evidence for an assessor: a folder or archive whose every file stands in a manifest."""
