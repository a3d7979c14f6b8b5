"""The model: frozen, typed records of everything the handbook says; it knows nothing of files, MkDocs or HTML."""
