"""Moving in from the portal before: its texts, pictures, files and addresses, out of an archive and nowhere else."""
