"""Memory of this process: now, and its peak for each part of a run where it can be reset (Linux)."""

import resource
from pathlib import Path

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def reset_peak() -> bool:
    """Sets the peak back to what is in use now; False where that cannot be done."""
    try:
        _RESET.write_text("5", encoding="ascii")
    except OSError:
        return False
    return True


def peak_megabytes() -> float:
    """The peak since the last reset, or of the whole process, in MB (10^6 bytes)."""
    peak = _status("VmHWM:")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6 if peak is None else peak


def resident_megabytes() -> float:
    """What is in memory now, in MB (10^6 bytes); where the system does not tell, the peak."""
    now = _status("VmRSS:")
    return peak_megabytes() if now is None else now


def _status(field: str) -> float | None:
    if _STATUS.is_file():
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith(field):
                return int(line.split()[1]) * 1024 / 1e6
    return None
