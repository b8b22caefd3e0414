"""A line of the week as people type it."""
