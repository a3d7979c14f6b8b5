"""What several rooms share, and none of them is about: what earlier builds worked out, HTML as a tree."""
