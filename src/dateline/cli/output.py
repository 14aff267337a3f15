"""Where a document goes: standard output, or a file that is named."""

from pathlib import Path

import typer


def write(text: str, to: Path | None) -> None:
    """Writes a document. An OSError is left to the application, which names the file."""
    if to is None:
        typer.echo(text, nl=False)
        return
    to.write_text(text, encoding="utf-8")
    typer.echo(f"wrote {to}", err=True)
