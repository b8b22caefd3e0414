"""Cards and icons drawn by our own code, in the look of the portal; no browser, no service, no template of anybody's."""
