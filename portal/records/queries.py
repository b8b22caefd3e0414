"""The reads of the records other rooms may ask."""
