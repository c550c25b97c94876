# Lines and cubic splines through points.

points_of <- function(x, y, ties) {
  if (is.null(y)) {
    if (is.list(x)) {
      y <- x$y
      x <- x$x
    } else {
      y <- as.vector(x)
      x <- if (is.null(attr(x, "tsp"))) seq_along(y) else as.vector(time(x))
    }
  }
  if (length(x) != length(y)) stop("'x' and 'y' lengths differ", call. = FALSE)
  x <- as.numeric(x)
  y <- as.numeric(y)
  kept <- !is.na(x) & !is.na(y)
  x <- x[kept]
  y <- y[kept]
  if (identical(ties, "ordered")) return(list(x = x, y = y))
  if (anyDuplicated(x)) {
    if (missing(ties) || identical(ties, mean))
      warning("collapsing to unique 'x' values", call. = FALSE)
    y <- as.vector(tapply(y, match(x, x), match.fun(ties)))
    x <- unique(x)
    by <- order(x)
    return(list(x = x[by], y = y[by]))
  }
  by <- order(x)
  list(x = x[by], y = y[by])
}

lines_at <- function(v, x, y, method, left, right, f) {
  n <- length(x)
  if (n == 1L) return(ifelse(v < x, left, ifelse(v > x, right, y)))
  place <- pmin(pmax(findInterval(v, x), 1L), n - 1L)
  found <- if (method == 1L) {
    slope <- (y[place + 1L] - y[place])
    at <- y[place] + slope * ((v - x[place]) / (x[place + 1L] - x[place]))
    ifelse(v == x[place], y[place], ifelse(v == x[place + 1L], y[place + 1L], at))
  } else {
    lower <- if (f == 1) 0 else y[place] * (1 - f)
    upper <- if (f == 0) 0 else y[place + 1L] * f
    ifelse(v == x[place], y[place], ifelse(v == x[place + 1L], y[place + 1L], lower + upper))
  }
  found[v < x[1L]] <- left
  found[v > x[n]] <- right
  found[is.na(v)] <- v[is.na(v)]
  found
}

approx <- function(x, y = NULL, xout, method = "linear", n = 50, yleft, yright, rule = 1, f = 0,
                   ties = mean, na.rm = TRUE) {
  method <- pmatch(method, c("linear", "constant"))
  if (is.na(method)) stop("invalid interpolation method")
  p <- points_of(x, y, ties)
  count <- length(p$x)
  if (count <= 1L) {
    if (method == 1L) stop("need at least two non-NA values to interpolate")
    if (count == 0L) stop("zero non-NA points")
  }
  rule <- rep_len(rule, 2L)
  if (missing(yleft)) yleft <- if (rule[1L] == 1) NA else p$y[1L]
  if (missing(yright)) yright <- if (rule[2L] == 1) NA else p$y[count]
  if (missing(xout)) {
    if (n <= 0) stop("'approx' requires n >= 1")
    xout <- seq.int(p$x[1L], p$x[count], length.out = n)
  }
  list(x = xout, y = lines_at(as.numeric(xout), p$x, p$y, method, yleft, yright, f))
}

approxfun <- function(x, y = NULL, method = "linear", yleft, yright, rule = 1, f = 0, ties = mean,
                      na.rm = TRUE) {
  method <- pmatch(method, c("linear", "constant"))
  if (is.na(method)) stop("invalid interpolation method")
  p <- points_of(x, y, ties)
  count <- length(p$x)
  if (count <= 1L) {
    if (method == 1L) stop("need at least two non-NA values to interpolate")
    if (count == 0L) stop("zero non-NA points")
  }
  rule <- rep_len(rule, 2L)
  if (missing(yleft)) yleft <- if (rule[1L] == 1) NA else p$y[1L]
  if (missing(yright)) yright <- if (rule[2L] == 1) NA else p$y[count]
  function(v) lines_at(as.numeric(v), p$x, p$y, method, yleft, yright, f)
}

# Second order differences divided: coefficients b, c, d of the cubic from each knot on.
cubic_pieces <- function(x, y, method) {
  n <- length(x)
  if (n < 2L) return(list(b = 0, c = 0, d = 0))
  h <- diff(x)
  s <- diff(y) / h
  if (n == 2L) return(list(b = rep(s, 2L), c = c(0, 0), d = c(0, 0)))
  if (method == "periodic") {
    # curvatures m[1..n-1], the last knot being the first again
    k <- n - 1L
    A <- matrix(0, k, k)
    r <- numeric(k)
    before <- c(k, seq_len(k - 1L))
    for (i in seq_len(k)) {
      A[i, i] <- A[i, i] + 2 * (h[before[i]] + h[i])
      A[i, before[i]] <- A[i, before[i]] + h[before[i]]
      after <- i %% k + 1L
      A[i, after] <- A[i, after] + h[i]
      r[i] <- 6 * (s[i] - s[before[i]])
    }
    m <- solve(A, r)
    m <- c(m, m[1L])
  } else {
    A <- matrix(0, n, n)
    r <- numeric(n)
    for (i in 2:(n - 1L)) {
      A[i, i - 1L] <- h[i - 1L]
      A[i, i] <- 2 * (h[i - 1L] + h[i])
      A[i, i + 1L] <- h[i]
      r[i] <- 6 * (s[i] - s[i - 1L])
    }
    if (method == "natural") {
      A[1L, 1L] <- A[n, n] <- 1
    } else {
      # Forsythe, Malcolm and Moler: the third derivative at an end is that of the cubic
      # through the four points next to it.
      if (n == 3L) {
        A[1L, 1:2] <- c(1, -1)
        A[3L, 2:3] <- c(-1, 1)
      } else {
        third <- function(i) {
          d2 <- c((s[i + 1L] - s[i]) / (x[i + 2L] - x[i]), (s[i + 2L] - s[i + 1L]) / (x[i + 3L] - x[i + 1L]))
          6 * diff(d2) / (x[i + 3L] - x[i])
        }
        A[1L, 1:2] <- c(-1, 1)
        r[1L] <- h[1L] * third(1L)
        A[n, (n - 1L):n] <- c(-1, 1)
        r[n] <- h[n - 1L] * third(n - 3L)
      }
    }
    m <- solve(A, r)
  }
  b <- s - h * (2 * m[-n] + m[-1L]) / 6
  d <- diff(m) / (6 * h)
  last <- b[n - 1L] + h[n - 1L] * (m[n - 1L] + m[n]) / 2
  list(b = c(b, last), c = m / 2, d = c(d, if (method == "natural") 0 else d[n - 1L]))
}

spline_at <- function(v, x, y, pieces, method, deriv = 0L) {
  n <- length(x)
  if (method == "periodic" && n > 1L) v <- x[1L] + (v - x[1L]) %% (x[n] - x[1L])
  i <- pmax(findInterval(v, x), 1L)
  u <- v - x[i]
  d <- pieces$d[i]
  if (method == "natural") d[v < x[1L]] <- 0
  switch(deriv + 1L,
    y[i] + u * (pieces$b[i] + u * (pieces$c[i] + u * d)),
    pieces$b[i] + u * (2 * pieces$c[i] + u * 3 * d),
    2 * pieces$c[i] + u * 6 * d,
    6 * d)
}

spline_method <- function(method, y) {
  method <- match.arg(method, c("periodic", "natural", "fmm"))
  if (method == "periodic" && y[1L] != y[length(y)])
    warning("spline: first and last y values differ - fix the last", call. = FALSE)
  method
}

spline <- function(x, y = NULL, n = 3 * length(x), method = "fmm", xmin = min(x), xmax = max(x),
                   xout, ties = mean) {
  count <- n
  p <- points_of(x, y, ties)
  if (is.null(y) && missing(n)) count <- 3 * length(p$x)
  x <- p$x
  method <- spline_method(method, p$y)
  if (method == "periodic") p$y[length(p$y)] <- p$y[1L]
  if (missing(xout)) xout <- seq.int(xmin, xmax, length.out = count)
  list(x = xout, y = spline_at(as.numeric(xout), p$x, p$y, cubic_pieces(p$x, p$y, method), method))
}

splinefun <- function(x, y = NULL, method = c("fmm", "periodic", "natural", "monoH.FC", "hyman"),
                      ties = mean) {
  p <- points_of(x, y, ties)
  method <- match.arg(method)
  if (method %in% c("monoH.FC", "hyman"))
    stop(gettextf("the method '%s' is not covered", method))
  method <- spline_method(method, p$y)
  if (method == "periodic") p$y[length(p$y)] <- p$y[1L]
  pieces <- cubic_pieces(p$x, p$y, method)
  function(x, deriv = 0L) {
    deriv <- as.integer(deriv)
    if (deriv < 0L || deriv > 3L) stop("'deriv' must be between 0 and 3")
    spline_at(as.numeric(x), p$x, p$y, pieces, method, deriv)
  }
}
