"""Results of a whole school in figures, with no child in them (Điều 16.1.2; TT 22/2021)."""
