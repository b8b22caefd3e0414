"""Cổng Trường: the portal of a Vietnamese school."""
