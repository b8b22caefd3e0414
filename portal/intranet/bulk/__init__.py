"""Many files at once, looked at in the page, approved in one list (Điều 15.2)."""
