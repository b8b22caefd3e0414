"""Care of content: what is looked for, whom it concerns, and how it counts as mended (Điều 12.1, 12.3, 13)."""
