"""Papers of the internal layer by one hand: A4 across, as PDF with its letters inside and as Word (decision 0027)."""
