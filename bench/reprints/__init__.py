"""Whether reprints and derived passages are found, on a corpus that is made up: same number, same corpus."""
