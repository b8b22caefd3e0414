"""Papers of the school and of those above it, with numbers that leave no gap (Điều 16.1.2; NĐ 42/2022)."""
