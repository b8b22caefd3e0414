"""The subjects and the series of textbooks things inside are filed under (Điều 15.1)."""
