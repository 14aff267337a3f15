"""How lines are laid out in a terminal."""

from rich.console import Console
from rich.text import Text


def indented(console: Console, line: Text, by: int = 2) -> None:
    """Prints a line with a hanging indent and no blanks at its ends, so that it can be copied."""
    for number, part in enumerate(line.wrap(console, console.width - 2 - by)):
        part.rstrip()
        console.print(Text.assemble(" " * (by + 2 if number else by), part), soft_wrap=True)
