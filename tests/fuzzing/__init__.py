"""Files that were changed at random, for those who read what others made; each with what may be taken from it."""
