"""Support vector machines as R's e1071 fits them."""
