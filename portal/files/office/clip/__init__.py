"""What the clipboard holds after copying from Word, Google Docs, Zalo or a page: HTML of many hands."""
