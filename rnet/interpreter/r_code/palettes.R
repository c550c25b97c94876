# Colours as R writes them: spaces of colours, palettes, what lies between colours.

rainbow <- function(n, s = 1, v = 1, start = 0, end = max(1, n - 1) / n, alpha = NULL, rev = FALSE) {
  if (n <= 0) return(character())
  if (start == end || any(c(start, end) < 0) || any(c(start, end) > 1))
    stop("'start' and 'end' must be distinct and in [0, 1].")
  turned_(hsv(seq.int(start, (start > end) + end, length.out = n) %% 1, s, v, alpha), rev)
}
turned_ <- function(colours, turn) if (turn) rev(colours) else colours

heat.colors <- function(n, alpha = NULL, rev = FALSE) {
  if (n <= 0) return(character())
  pale <- n %/% 4
  reds <- rainbow(n - pale, start = 0, end = 1 / 6, alpha = alpha)
  half <- 1 / (2 * pale)
  yellows <- if (pale > 0) hsv(1 / 6, seq.int(1 - half, half, length.out = pale), 1, alpha)
  turned_(c(reds, yellows), rev)
}
terrain.colors <- function(n, alpha = NULL, rev = FALSE) {
  if (n <= 0) return(character())
  k <- n %/% 2
  low <- hsv(seq.int(4 / 12, 2 / 12, length.out = k), 1, seq.int(0.65, 0.9, length.out = k), alpha)
  part <- function(from, to) seq.int(from, to, length.out = n - k + 1)[-1L]
  turned_(c(low, hsv(part(2 / 12, 0), part(1, 0), part(0.9, 0.95), alpha)), rev)
}
topo.colors <- function(n, alpha = NULL, rev = FALSE) {
  if (n <= 0) return(character())
  j <- n %/% 3
  blue <- hsv(seq.int(43 / 60, 31 / 60, length.out = n - 2 * j), 1, 1, alpha)
  green <- if (j > 0) hsv(seq.int(23 / 60, 11 / 60, length.out = j), 1, 1, alpha)
  sand <- if (j > 0) hsv(seq.int(10 / 60, 6 / 60, length.out = j), seq.int(1, 0.3, length.out = j), 1, alpha)
  turned_(c(blue, green, sand), rev)
}
cm.colors <- function(n, alpha = NULL, rev = FALSE) {
  if (n <= 0) return(character())
  k <- n %/% 2
  odd <- n %% 2
  left <- hsv(6 / 12, seq.int(0.5, if (odd) 0 else 0.5 / k, length.out = k + odd), 1, alpha)
  right <- if (k > 0) hsv(10 / 12, base::rev(seq.int(0.5, 0.5 / k, length.out = k)), 1, alpha)
  turned_(c(left, right), rev)
}
gray.colors <- function(n, start = 0.3, end = 0.9, gamma = 2.2, alpha = NULL, rev = FALSE)
  turned_(gray(seq.int(start^gamma, end^gamma, length.out = n)^(1 / gamma), alpha), rev)
grey.colors <- function(n, ...) gray.colors(n, ...)

# Zeileis, Hornik and Murrell (2009): paths of hue, chroma and luminance.
hcl.colors <- function(n, palette = "viridis", alpha = NULL, rev = FALSE, fixup = TRUE) {
  if (n <= 0) return(character())
  if (tolower(palette) != "viridis")
    stop("of R's hcl.colors() rnet has the palette \"viridis\" only")
  i <- seq.int(1, 0, length.out = n)
  hues <- 75 + (300 - 75) * i
  chroma <- 95 + (40 - 95) * i
  light <- 90 + (15 - 90) * i^1.1
  turned_(hcl(hues, chroma, light, alpha, fixup = fixup), rev)
}

colorRamp <- function(colors, bias = 1, space = "rgb", interpolate = "linear", alpha = FALSE) {
  if (bias <= 0) stop("'bias' must be a positive number")
  levels <- t(col2rgb(colors, alpha = alpha) / 255)
  at <- seq.int(0, 1, length.out = nrow(levels))^bias
  join <- if (interpolate == "spline") stats::splinefun else stats::approxfun
  parts <- lapply(seq_len(ncol(levels)), function(j) join(at, levels[, j]))
  function(x) {
    found <- vapply(parts, function(part) part(x), numeric(length(x)))
    255 * pmin(pmax(matrix(found, length(x)), 0), 1)
  }
}
colorRampPalette <- function(colors, ...) {
  ramp <- colorRamp(colors, ...)
  function(n) {
    levels <- ramp(seq.int(0, 1, length.out = n))
    if (ncol(levels) == 4L) rgb(levels[, 1L], levels[, 2L], levels[, 3L], levels[, 4L], maxColorValue = 255)
    else rgb(levels[, 1L], levels[, 2L], levels[, 3L], maxColorValue = 255)
  }
}
adjustcolor <- function(col, alpha.f = 1, red.f = 1, green.f = 1, blue.f = 1) {
  levels <- col2rgb(col, alpha = TRUE) / 255 * c(red.f, green.f, blue.f, alpha.f)
  levels[] <- pmax(0, pmin(1, levels))
  rgb(levels[1L, ], levels[2L, ], levels[3L, ], levels[4L, ])
}
