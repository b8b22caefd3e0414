"""What the school discloses each year, and the proof that it did (Điều 16.1.2; TT 09/2024)."""
