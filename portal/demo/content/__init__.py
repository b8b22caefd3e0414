"""What the demo school consists of: plain data, no framework. Every name is invented."""
