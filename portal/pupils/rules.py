"""The rules about pupils other rooms ask."""
