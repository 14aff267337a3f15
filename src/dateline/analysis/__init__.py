"""From a report to its analysis: a row of stages, each reading what stands and adding its own records."""
