"""Nhập từ Word: papers typed elsewhere become drafts, old fonts converted, the original kept (Điều 12.2)."""
