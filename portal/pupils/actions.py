"""The verbs about pupils other rooms and the worker may call."""
