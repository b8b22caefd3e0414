"""Forms of figures behind points of the disclosure: money, staff, facilities, quality (Điều 16.1.2; TT 09/2024 Đ.5, 8, 9)."""
