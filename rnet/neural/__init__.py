"""Neural networks trained as R's neuralnet trains them."""
