"""Mutation testing: the code is changed in small ways, one at a time, and a unit test should fail for each."""
