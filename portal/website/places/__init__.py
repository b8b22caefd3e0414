"""The places of the portal that stand still: about, contact, what parents look for, records, units, people, English."""
