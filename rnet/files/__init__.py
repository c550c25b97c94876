"""Data in files: text tables, and objects that R saved."""
