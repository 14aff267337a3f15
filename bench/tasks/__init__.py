"""The tasks of the scoreboard, in the order of its table."""

from typing import Any

from bench.tasks import aliases, attribution, entities, relations
from bench.tasks.base import Task

TASKS: tuple[Task[Any], ...] = (
    attribution.TASK,
    entities.TASK,
    aliases.TASK,
    relations.TASK,
)
