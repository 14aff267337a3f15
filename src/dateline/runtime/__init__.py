"""Running the analysis over many documents: on this machine's cores, resumable, with progress."""
