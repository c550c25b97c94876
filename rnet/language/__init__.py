"""R's grammar: tokens, parser, syntax tree, deparse."""
