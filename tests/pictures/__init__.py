"""Small pictures of each kind of page and of every document, which a sweep holds today's against; `python -m tests.pictures` draws them anew."""
