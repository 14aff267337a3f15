"""Across reports: which entities are one actor, which reports are copies of one story. No SQL here."""
