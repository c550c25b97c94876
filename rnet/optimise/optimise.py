"""`optimise`: R's other spelling of `optimize`."""

from rnet.optimise.optimize import optimize

optimise = optimize
