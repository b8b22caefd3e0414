"""Administrative procedures: dossier, place, hours, time limit, fee, form (Điều 16.1.2)."""
