"""Known actors: who they are, where they are at home, when they were active, and what they are called."""

from dateline.gazetteer.actors.actor import MEDIA, Actor, Kind, Match, Naming, Term
from dateline.gazetteer.actors.index import KnownActors, known_actors, open_actors

__all__ = ["MEDIA", "Actor", "Kind", "KnownActors", "Match", "Naming", "Term", "known_actors", "open_actors"]
