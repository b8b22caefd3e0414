"""Viết nhanh: photos chosen on a phone and three typed lines become a draft with everything guessed that can be guessed."""
