"""Admissions: the season's plan as an approved page, a simple form with a receipt, each result told to one family alone."""
