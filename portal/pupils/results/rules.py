"""Marks and conduct: brought in, counted for the public, told to each family alone (Điều 16.1.2)."""
