"""From a View of the store to typed answers. No SQL, no printing; the words come from the language pack."""
