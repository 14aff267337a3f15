"""The command line: one module a command. It renders what the library returns and holds no logic."""

from dateline.cli.app import main

__all__ = ["main"]
