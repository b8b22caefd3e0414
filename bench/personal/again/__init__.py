"""A second set, by a hand that had not read the detector: fifty sorts of harmless and fifty of harmful texts, two of each."""
