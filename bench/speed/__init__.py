"""How fast and how large: against the bare parser, by stage, and as documents and stores grow."""
