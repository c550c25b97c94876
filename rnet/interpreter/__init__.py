"""The evaluator of R code: values, calls, conditions, and R's base functions over them."""
