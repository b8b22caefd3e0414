"""The parts of the one command: load, clients, counters, our own servers, what is asked of whom, the targets."""
