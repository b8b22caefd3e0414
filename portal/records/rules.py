"""The rules of the records other rooms ask."""
