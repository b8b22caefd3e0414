"""A week on paper: A4 across, the same table on screen, as PDF, as a spreadsheet, in Word."""
