"""How a cell of a table of a series is looked up in the publisher's file."""
