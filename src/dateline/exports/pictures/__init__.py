"""Pictures of query results as SVG: drawn on the server, no scripts, the words in a table beside them."""
