"""R's distributions: densities, probabilities and quantiles (random numbers are in `rnet.rng`)."""
