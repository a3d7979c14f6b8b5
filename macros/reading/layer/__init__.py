"""The company's layer: what a company has of its own, laid over the handbook as it is read (see `places`)."""
