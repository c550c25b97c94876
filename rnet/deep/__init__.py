"""Deep models: deepnet's mirror, networks by formula, and those that PyTorch trains."""
