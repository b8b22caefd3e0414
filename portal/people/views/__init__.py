"""Screens about people: for the Principal, the Head, Members and administrators, each with what is theirs."""
