"""Where findings are kept: a Writer that adds reports, a View that answers, SQL behind both."""

from dateline.store.forgetting import Forgotten
from dateline.store.judging import Ruling
from dateline.store.opening import Store, open_store
from dateline.store.view import View
from dateline.store.writer import Added, Writer, fingerprint

__all__ = ["Added", "Forgotten", "Ruling", "Store", "View", "Writer", "fingerprint", "open_store"]
