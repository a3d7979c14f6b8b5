"""What the site publishes beside its pages: contract, forms for the browser, feeds, social card, styles and scripts."""
