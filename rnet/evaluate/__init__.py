"""Tables and measures that judge a classifier."""
