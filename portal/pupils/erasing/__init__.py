"""Forgetting a pupil or a reader who asks for it: the identity is replaced everywhere, the record stays true, and it is done anew
after a restore."""
