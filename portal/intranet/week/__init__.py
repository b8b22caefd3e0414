"""The weekly schedule (Điều 15.2)."""
