"""R's random number generators on one shared state."""
