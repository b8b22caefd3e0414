"""Word's own format (.docx): parts, looks, numbers, lines."""
