"""The verbs of the records other rooms and the worker may call."""
