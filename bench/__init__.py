"""The scoreboard: third-party gold, scored the same way each time, through the public contract only."""
