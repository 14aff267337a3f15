"""dateline reads reports about conflicts and says who the actors are, what they want, and on whose word.

from dateline import Analyser, Document

for analysis in Analyser().document(Document(id="1", text="…")):
    print(analysis.attributions)
"""

from dateline.analysis.pipeline import Analyser
from dateline.model.analysis import Analysis
from dateline.model.report import Document, Report

__all__ = ["Analyser", "Analysis", "Document", "Report"]
