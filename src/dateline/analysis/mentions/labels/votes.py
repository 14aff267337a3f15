"""Votes for the label of a name, and the labels under short names."""

from dateline.model.entity import Label

type Votes = dict[Label, float]
PERSON, ORGANIZATION, PLACE, GROUP = Label.PERSON, Label.ORGANIZATION, Label.PLACE, Label.GROUP
