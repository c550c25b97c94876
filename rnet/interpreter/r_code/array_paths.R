# Small functions of e1071 (elements and interpolation of arrays, shortest paths, spectra over time,
# validity of fuzzy clusters) and of nnet, as their manuals describe them.

element <- function(x, i) {
  if (length(i) != length(dim(x))) stop("Wrong number of subscripts")
  x[matrix(i, nrow = 1L)]
}

interpolate <- function(x, a, adims = lapply(dimnames(a), as.numeric), method = "linear") {
  if (is.vector(x)) x <- matrix(x, nrow = 1L)
  if (!is.array(a)) stop("a is not an array")
  apply(x, 1L, function(point) {
    below <- mapply(findInterval, point, adims, MoreArgs = list(rightmost.closed = TRUE))
    if (any(below < 1L | below >= lengths(adims) & point > sapply(adims, max)))
      stop("No extrapolation allowed")
    if (method == "constant") return(element(a, below))
    below <- pmin(below, lengths(adims) - 1L)
    low <- mapply(`[`, adims, below)
    share <- (point - low) / (mapply(`[`, adims, below + 1L) - low)
    corners <- as.matrix(expand.grid(rep(list(0:1), length(point))))
    parts <- apply(corners, 1L, function(corner)
      element(a, below + corner) * prod(ifelse(corner == 1L, share, 1 - share)))
    sum(parts)
  })
}

# Floyd's algorithm
allShortestPaths <- function(x) {
  x <- as.matrix(x)
  x[is.na(x)] <- Inf
  n <- nrow(x)
  via <- matrix(0, n, n)
  for (k in seq_len(n)) {
    longer <- outer(x[, k], x[k, ], "+")
    better <- longer < x
    x[better] <- longer[better]
    via[better] <- k
  }
  x[is.infinite(x)] <- NA
  list(length = x, middlePoints = via)
}

extractPath <- function(obj, start, end) {
  between <- function(from, to) {
    middle <- obj$middlePoints[from, to]
    if (middle == 0) NULL else c(between(from, middle), middle, between(middle, to))
  }
  c(start, between(start, end), end)
}

stft <- function(X, win = min(80, floor(length(X) / 10)), inc = min(24, floor(length(X) / 30)),
                 coef = 64, wtype = "hanning.window") {
  kept <- min(coef, win)
  window <- get(wtype, mode = "function")(win)
  starts <- seq(1, by = inc, length.out = max(floor((length(X) - win) / inc) + 1, 1))
  spectra <- lapply(starts, function(from) {
    part <- window * X[from + seq_len(win) - 1]
    Mod(stats::fft(c(part, numeric(max(coef * 2 - win, 0)))))[seq_len(coef)]
  })
  structure(list(values = do.call(rbind, spectra), windowsize = win, increment = inc,
                 windowtype = wtype), class = "stft")
}

which.is.max <- function(x) {
  best <- seq_along(x)[x == max(x)]
  if (length(best) > 1L) sample(best, 1L) else best
}

fclustIndex <- function(y, x, index = "all") {
  known <- c("xie.beni", "fukuyama.sugeno", "partition.coefficient", "partition.entropy")
  if (identical(index, "all")) index <- known
  index <- known[pmatch(index, known)]
  if (anyNA(index)) stop("invalid clustering index")
  share <- y$membership
  spread <- rowSums(sweep(y$centers, 2, colMeans(y$centers))^2)
  all <- list(xie.beni = c(xb = y$withinerror / (nrow(x) * min(dist(y$centers)^2))),
              fukuyama.sugeno = c(fs = y$withinerror - sum(t(share^2) * spread)),
              partition.coefficient = c(pc = sum(share^2) / nrow(x)),
              partition.entropy = c(pe = -sum(share * log(share)) / nrow(x)))
  unlist(unname(all[index]))
}
