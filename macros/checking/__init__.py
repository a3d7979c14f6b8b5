"""Everything that is checked before a page is built: rules over the data, then every page rehearsed."""
