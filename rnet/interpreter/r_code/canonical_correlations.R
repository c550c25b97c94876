# Canonical correlations (Hotelling, 1936).

cancor <- function(x, y, xcenter = TRUE, ycenter = TRUE) {
  x <- as.matrix(x)
  y <- as.matrix(y)
  n <- nrow(x)
  if (n != nrow(y)) stop("unequal number of rows in 'cancor'")
  if (n == 0L || ncol(x) == 0L || ncol(y) == 0L) stop("dimension 0 in 'x' or 'y'")
  middle <- function(z, wish) if (isTRUE(wish)) colMeans(z) else if (is.logical(wish)) rep.int(0, ncol(z)) else rep_len(wish, ncol(z))
  mx <- middle(x, xcenter)
  my <- middle(y, ycenter)
  x <- x - rep(mx, each = n)
  y <- y - rep(my, each = n)
  qx <- qr(x)
  qy <- qr(y)
  dx <- qx$rank
  dy <- qy$rank
  parts <- svd(qr.qty(qx, qr.qy(qy, diag(1, n, dy)))[seq_len(dx), , drop = FALSE], dx, dy)
  xcoef <- backsolve((qx$qr)[seq_len(dx), seq_len(dx), drop = FALSE], parts$u)
  ycoef <- backsolve((qy$qr)[seq_len(dy), seq_len(dy), drop = FALSE], parts$v)
  rownames(xcoef) <- colnames(x)[qx$pivot][seq_len(dx)]
  rownames(ycoef) <- colnames(y)[qy$pivot][seq_len(dy)]
  list(cor = parts$d, xcoef = xcoef, ycoef = ycoef, xcenter = mx, ycenter = my)
}
