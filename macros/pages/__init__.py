"""Model → HTML: the views, and the macros with which authors call them."""
