"""Bringing the corpus into the portal: a school by its verbs, a pattern of each section by its verbs, the rest in bulk."""
