"""Base templates, styles and scripts shared by every page."""
