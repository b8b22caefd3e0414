"""Who can be recognised in a picture, and whether they agreed."""
