"""R formulas to terms, model frames and design matrices."""
