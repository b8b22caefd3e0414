"""A hundred harmless and a hundred harmful texts of a school, made from word lists of our own, and what the detector says of them."""
