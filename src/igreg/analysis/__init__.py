"""What can be asked of a register, one question a file: rules, lists, reports and charts ask here, so none disagree."""
