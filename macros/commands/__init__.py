"""What `python -m macros` does besides checking."""
