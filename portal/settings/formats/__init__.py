"""How figures are written where a template asks for it; the rest is Django's own."""
