"""The week on screen."""
