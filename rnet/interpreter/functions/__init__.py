"""R's base functions by family."""
