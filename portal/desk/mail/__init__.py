"""The desk's mail (Điều 14.3): rules, words, sending; its rows are in models, its verbs in actions, its screens in views."""
