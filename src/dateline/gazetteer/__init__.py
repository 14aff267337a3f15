"""The world's names: indexes compiled once out of open data, and looked up by folded name."""
