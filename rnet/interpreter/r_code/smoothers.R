# Running medians and Tukey's smoothers.

# Tukey, Exploratory Data Analysis (1977), chapters 7 and 16.
median_of_three <- function(a, b, c) max(min(a, b), min(max(a, b), c))
running_three <- function(y, ends) {
  n <- length(y)
  z <- y
  if (n > 2L) {
    a <- y[seq_len(n - 2L)]; b <- y[2:(n - 1L)]; c <- y[3:n]
    z[2:(n - 1L)] <- pmax(pmin(a, b), pmin(pmax(a, b), c))
    if (ends) {
      z[1L] <- median_of_three(y[1L], z[2L], 3 * z[2L] - 2 * z[3L])
      z[n] <- median_of_three(y[n], z[n - 1L], 3 * z[n - 1L] - 2 * z[n - 2L])
    }
  }
  z
}
repeated_three <- function(y, ends) {
  rounds <- 0L
  repeat {
    z <- running_three(y, FALSE)
    if (identical(as.double(z), as.double(y))) break
    y <- z
    rounds <- rounds + 1L
  }
  changed <- rounds > 0L
  if (ends && length(y) > 2L) {
    n <- length(y)
    first <- median_of_three(y[1L], y[2L], 3 * y[2L] - 2 * y[3L])
    last <- median_of_three(y[n], y[n - 1L], 3 * y[n - 1L] - 2 * y[n - 2L])
    changed <- changed || first != y[1L] || last != y[n]
    y[1L] <- first
    y[n] <- last
  }
  list(y = y, iter = rounds, changed = changed)
}
split_twos <- function(y, ends) {
  n <- length(y)
  z <- y
  changed <- FALSE
  if (n <= 4L) return(list(y = z, changed = FALSE))
  flat <- function(i) i > 1L && i < n - 1L && y[i] == y[i + 1L] &&
    !((y[i - 1L] <= y[i] && y[i + 1L] <= y[i + 2L]) || (y[i - 1L] >= y[i] && y[i + 1L] >= y[i + 2L]))
  for (i in 3:(n - 3L)) if (i >= 3L && i + 3L <= n + 0L && flat(i)) {
    left <- median_of_three(y[i], y[i - 1L], 3 * y[i - 1L] - 2 * y[i - 2L])
    right <- median_of_three(y[i + 1L], y[i + 2L], 3 * y[i + 2L] - 2 * y[i + 3L])
    if (left != y[i]) { z[i] <- left; changed <- TRUE }
    if (right != y[i + 1L]) { z[i + 1L] <- right; changed <- TRUE }
  }
  list(y = z, changed = changed)
}
smooth <- function(x, kind = c("3RS3R", "3RSS", "3RSR", "3R", "3", "S"), twiceit = FALSE,
                   endrule = c("Tukey", "copy"), do.ends = FALSE) {
  if (!is.numeric(x)) stop("attempt to smooth non-numeric values")
  if (anyNA(x)) stop("attempt to smooth NA values")
  kind <- match.arg(kind)
  own <- missing(endrule) || match.arg(endrule) == "Tukey"
  values <- as.double(x)
  tukey <- own
  rounds <- NULL
  changed <- NULL
  if (kind == "3") {
    z <- running_three(values, tukey)
    changed <- any(z != values)
  } else if (kind == "S") {
    step <- split_twos(values, do.ends)
    z <- step$y
    changed <- step$changed
  } else {
    step <- repeated_three(values, tukey)
    z <- step$y
    rounds <- step$iter
    if (kind != "3R") {
      split <- split_twos(z, do.ends)
      z <- split$y
      changed <- split$changed
      if (kind == "3RSS") {
        if (changed) z <- split_twos(z, do.ends)$y
      } else if (kind == "3RS3R") {
        if (changed) { step <- repeated_three(z, tukey); z <- step$y; rounds <- rounds + step$iter }
      } else while (split$changed) {
        rounds <- rounds + 1L
        before <- z
        step <- repeated_three(z, tukey)
        split <- split_twos(step$y, do.ends)
        z <- split$y
        if (rounds > 2 * length(z) || all(z == before)) break
      }
    }
  }
  # what R says of the end rule is turned round where twos were split
  said <- if (kind == "S") NULL else if (xor(tukey, kind %in% c("3RS3R", "3RSS", "3RSR"))) "Tukey" else "copy"
  if (kind != "S") {
    if (kind == "3") rounds <- as.integer(changed)
    else if (kind != "3R") rounds <- rounds + as.integer(changed)
    changed <- NULL
  }
  if (twiceit) {
    rest <- smooth(values - z, kind = kind, twiceit = FALSE, endrule = if (tukey) "Tukey" else "copy", do.ends = do.ends)
    z <- z + as.vector(unclass(rest))
    if (kind == "S") changed <- changed || attr(rest, "changed")
    else rounds <- rounds + attr(rest, "iter")
  }
  if (is.ts(x)) z <- ts(z, start = start(x), frequency = frequency(x))
  structure(z, kind = kind, twiced = twiceit, iter = rounds, changed = changed, endrule = said,
            call = match.call(), class = c("tukeysmooth", if (is.ts(x)) "ts"))
}
smoother_notes <- function(x) {
  if (attr(x, "twiced")) cat(" __twiced__ ")
  if (!is.null(attr(x, "iter"))) cat(" used", attr(x, "iter"), "iterations\n")
  if (!is.null(attr(x, "changed"))) cat(if (attr(x, "changed")) "" else "NOT", "changed\n")
}
summary.tukeysmooth <- function(object, ...) {
  made <- summary(as.vector(unclass(object)), ...)
  for (name in c("kind", "twiced", "iter", "changed", "call")) attr(made, name) <- attr(object, name)
  attr(made, "n") <- length(object)
  class(made) <- c("summary.tukeysmooth", class(made))
  made
}
print.summary.tukeysmooth <- function(x, ...) {
  cat(attr(x, "kind"), "Tukey smoother resulting from\n", deparse(attr(x, "call")), "; ", "n =", attr(x, "n"), "\n")
  smoother_notes(x)
  for (name in c("kind", "twiced", "iter", "changed", "call", "n")) attr(x, name) <- NULL
  class(x) <- setdiff(class(x), "summary.tukeysmooth")
  print(x, ...)
  invisible(x)
}
print.tukeysmooth <- function(x, ...) {
  cat(attr(x, "kind"), "Tukey smoother resulting from ", deparse(attr(x, "call")), "\n")
  smoother_notes(x)
  values <- x
  if (is.ts(x)) {
    attr(values, "kind") <- noquote(attr(x, "kind"))
    attr(values, "endrule") <- noquote(attr(x, "endrule"))
    class(values) <- "ts"
  } else attributes(values) <- NULL
  print(values, ...)
  invisible(x)
}

runmed <- function(x, k, endrule = c("median", "keep", "constant"), algorithm = NULL,
                   na.action = c("+Big_alternate", "-Big_alternate", "na.omit", "fail"), print.level = 0) {
  n <- length(x)
  k <- as.integer(k)
  if (k < 0L) stop("'k' must be positive")
  if (k %% 2L == 0L) {
    k <- 1L + 2L * (k %/% 2L)
    warning(gettextf("'k' must be odd!  Changing 'k' to %d", k), domain = NA)
  }
  if (n == 0L) {
    y <- double()
    attr(y, "k") <- k
    return(y)
  }
  if (k > n) {
    k <- 1L + 2L * ((n - 1L) %/% 2L)
    warning(gettextf("'k' is bigger than 'n'!  Changing 'k' to %d", k), domain = NA)
  }
  endrule <- match.arg(endrule)
  y <- as.double(x)
  half <- k %/% 2L
  if (k > 1L) {
    inner <- (half + 1L):(n - half)
    y[inner] <- .running.medians(as.double(x), k)
    if (endrule == "constant") {
      y[seq_len(half)] <- y[half + 1L]
      y[(n - half + 1L):n] <- y[n - half]
    } else if (endrule == "median") y <- smoothEnds_of(y, as.double(x), k)
  }
  if (is.ts(x)) y <- ts(y, start = start(x), frequency = frequency(x))
  attr(y, "k") <- k
  y
}
smoothEnds_of <- function(y, x, k) {
  n <- length(y)
  half <- k %/% 2L
  if (half > 1L) for (i in 2:half) {
    y[i] <- median(x[seq_len(2L * i - 1L)])
    y[n + 1L - i] <- median(x[(n + 2L - 2L * i):n])
  }
  y[1L] <- median_of_three(x[1L], y[2L], 3 * y[2L] - 2 * y[3L])
  y[n] <- median_of_three(x[n], y[n - 1L], 3 * y[n - 1L] - 2 * y[n - 2L])
  y
}
smoothEnds <- function(y, k = 3L) {
  k <- as.integer(k)
  if (k < 0L || k %% 2L == 0L) stop("bandwidth 'k' must be >= 0 and odd!")
  if (k < 3L) return(y)
  smoothEnds_of(y, y, k)
}

ksmooth <- function(x, y, kernel = c("box", "normal"), bandwidth = 0.5, range.x = range(x),
                    n.points = max(100L, length(x)), x.points) {
  if (missing(y) || is.null(y)) stop("numeric y must be supplied.\nFor density estimation use density()")
  kernel <- match.arg(kernel)
  points <- if (missing(x.points)) {
    count <- as.integer(n.points)
    seq.int(range.x[1L], range.x[2L], length.out = count)
  } else sort(x.points)
  by <- order(x)
  x <- x[by]
  y <- y[by]
  width <- if (kernel == "box") bandwidth * 0.5 else bandwidth * 0.3706506
  cut <- if (kernel == "box") width else 4 * width
  values <- vapply(points, function(at) {
    near <- x >= at - cut & x <= at + cut
    if (!any(near)) return(NA_real_)
    weight <- if (kernel == "box") rep(1, sum(near)) else exp(-0.5 * (abs(x[near] - at) / width)^2)
    sum(weight * y[near]) / sum(weight)
  }, 0)
  list(x = points, y = values)
}

qqplot <- function(x, y, plot.it = TRUE, ...) {
  sx <- sort(x)
  sy <- sort(y)
  if (length(sx) < length(sy)) sy <- approx(seq_along(sy), sy, n = length(sx))$y
  else if (length(sy) < length(sx)) sx <- approx(seq_along(sx), sx, n = length(sy))$y
  if (plot.it) {
    plot(sx, sy, ...)
    invisible(list(x = sx, y = sy))
  } else list(x = sx, y = sy)
}
