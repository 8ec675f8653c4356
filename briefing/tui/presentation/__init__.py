"""Pure functions from a brief to pages, and from pages to rows. No widget, no state."""
