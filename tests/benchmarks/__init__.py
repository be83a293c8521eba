"""What is measured by hand: each module is a command that prints a table."""
