"""Linear models of data too large for memory, fitted chunk by chunk.

Miller, "Algorithm AS 274: Least Squares Routines to Supplement Those of Gentleman" (1992), updates
a triangular factor row by row; here it is updated by whole chunks, with Householder reflections.
"""
