"""Which inputs matter: the functions of R's NeuralNetTools."""
