"""The only room that knows MkDocs: its events, the staging of a build, serving."""
