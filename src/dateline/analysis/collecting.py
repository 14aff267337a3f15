"""Python's search for circular garbage, put off while the stages run.

They make many small objects that stay until the report is done, and none that refer to each other in circles.
The collector would walk over all of them time and again for nothing, and the longer for a word, the longer
the report.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection of circular garbage within; afterwards all is as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
