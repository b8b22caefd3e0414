"""Papers by one hand, as PDF with its letters inside and as Word: here what hangs on a wall, A4 across (decision 0027); official
papers are laid out by `portal.base.official`."""
