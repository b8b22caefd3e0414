"""The reads about pupils other rooms may ask."""
