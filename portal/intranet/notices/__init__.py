"""Internal notices, read and acknowledged (Điều 13.3, 15)."""
