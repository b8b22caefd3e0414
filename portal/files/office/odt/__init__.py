"""OpenDocument text (.odt), as LibreOffice and Google Docs write it."""
