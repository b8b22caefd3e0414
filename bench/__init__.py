"""Measuring the portal beside its peers: one corpus, one command (see bench/README.md)."""
