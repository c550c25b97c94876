"""`optimise`: R's other spelling of `optimize`."""

from rnet.optimisation.optimize import optimize

optimise = optimize
