"""What is decided across reports once they are written: each decision rests on the one before."""

from sqlalchemy import Connection

from dateline.store.actors import settle_actors, unresolved
from dateline.store.alignment import align, reopen_events_of, unaligned
from dateline.store.copies import settle_copies, unmarked


def unsettled(connection: Connection) -> bool:
    """Whether anything was added or taken out since the last settling."""
    return unresolved(connection) or unmarked(connection) or unaligned(connection)


def settle(connection: Connection) -> None:
    """Decides what is open: which reports are copies, who is the same actor, which events are one."""
    settle_copies(connection)
    reopen_events_of(connection, settle_actors(connection))
    align(connection)
