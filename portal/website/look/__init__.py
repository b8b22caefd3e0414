"""The look of one school: its colours measured, its name, address and pictures, and who puts them in force."""
