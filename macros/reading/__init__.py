"""Files → data: what is read, before anything looks whether it makes sense together."""
