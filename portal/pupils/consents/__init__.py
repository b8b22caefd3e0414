"""Consents of families and pupils, once a year by class (Luật 91/2025 Đ.24)."""
