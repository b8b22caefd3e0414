"""The timetable by class, teacher and room (Điều 15.1)."""
