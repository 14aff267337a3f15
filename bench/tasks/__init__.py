"""The tasks of the scoreboard, in the order of its table."""

from typing import Any

from bench.tasks import (
    actors,
    aliases,
    arguments,
    attribution,
    coreference,
    entities,
    event_types,
    five_w,
    incidents,
    places,
    relations,
    snippets,
    times,
)
from bench.tasks.base import Task

TASKS: tuple[Task[Any], ...] = (
    attribution.TASK,
    entities.TASK,
    aliases.TASK,
    relations.TASK,
    coreference.TASK,
    times.TASK,
    places.TASK,
    event_types.TASK,
    actors.TASK,
    snippets.TASK,
    incidents.TASK,
    arguments.TASK,
    five_w.TASK,
)
