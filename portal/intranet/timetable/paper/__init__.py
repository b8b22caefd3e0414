"""A timetable on paper: A4 across, of a class, a teacher, a room, each of them, the whole school (Điều 15.1)."""
