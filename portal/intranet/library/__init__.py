"""Lesson plans and teaching resources (Điều 15.1)."""
