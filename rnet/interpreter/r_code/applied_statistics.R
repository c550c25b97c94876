# Functions of the package MASS (Venables and Ripley, Modern Applied Statistics with S, 2002).

studres <- function(object) rstudent(object)
stdres <- function(object) rstandard(object)
dose.p <- function(obj, cf = 1:2, p = 0.5) {
  eta <- family(obj)$linkfun(p)
  b <- coef(obj)[cf]
  at <- (eta - b[1L]) / b[2L]
  names(at) <- paste("p = ", format(p), ":", sep = "")
  slopes <- -cbind(1, at) / b[2L]
  se <- sqrt(((slopes %*% vcov(obj)[cf, cf]) * slopes) %*% c(1, 1))
  structure(at, SE = se, p = p, class = "glm.dose")
}
print.glm.dose <- function(x, ...) {
  cells <- cbind(x, attr(x, "SE"))
  dimnames(cells) <- list(names(x), c("Dose", "SE"))
  x <- cells
  print(cells, ...)
}

# Continued fractions.
fraction_parts <- function(x, cycles, max.denominator) {
  one <- function(v) {
    if (!is.finite(v)) return(c(v, 1))
    whole <- floor(v)
    rest <- v - whole
    p <- c(1, whole)
    q <- c(0, 1)
    for (i in seq_len(cycles)) {
      if (rest <= 1 / max.denominator) break
      turned <- 1 / rest
      whole <- floor(turned)
      rest <- turned - whole
      p <- c(p[2L], whole * p[2L] + p[1L])
      q <- c(q[2L], whole * q[2L] + q[1L])
    }
    c(p[2L], q[2L])
  }
  vapply(as.vector(x), one, c(0, 0))
}
rational <- function(x, cycles = 10, max.denominator = 2000, ...) {
  parts <- fraction_parts(x, cycles, max.denominator)
  found <- x
  found[] <- parts[1L, ] / parts[2L, ]
  found
}
fractions <- function(x, cycles = 10, max.denominator = 2000, ...) {
  values <- x
  if (inherits(values, "fractions")) {
    class(values) <- NULL
    attr(values, "fracs") <- NULL
  }
  parts <- fraction_parts(values, cycles, max.denominator)
  top <- format(parts[1L, ], digits = 15, trim = TRUE, scientific = FALSE)
  top <- vapply(parts[1L, ], function(v) format(v, digits = 15, scientific = FALSE), "")
  under <- vapply(parts[2L, ], function(v) format(v, digits = 15, scientific = FALSE), "")
  found <- values
  found[] <- parts[1L, ] / parts[2L, ]
  attr(found, "fracs") <- ifelse(parts[2L, ] == 1 | is.na(parts[1L, ]), top, paste(top, under, sep = "/"))
  class(found) <- c("fractions", class(values))
  found
}
as.fractions <- function(x) if (is.fractions(x)) x else fractions(x)
is.fractions <- function(f) inherits(f, "fractions")
as.character.fractions <- function(x, ...) attr(x, "fracs")
bare_fractions <- function(x) {
  class(x) <- NULL
  attr(x, "fracs") <- NULL
  x
}
print.fractions <- function(x, ...) {
  shown <- bare_fractions(x)
  texts <- format(attr(x, "fracs"), justify = "right")
  storage.mode(shown) <- "character"
  shown[] <- texts
  print(shown, quote = FALSE, ...)
  invisible(x)
}
Ops.fractions <- function(e1, e2) {
  run <- get(.Generic, mode = "function")
  plain <- function(e) if (is.fractions(e)) bare_fractions(e) else e
  found <- if (missing(e2)) run(plain(e1)) else run(plain(e1), plain(e2))
  if (is.numeric(found)) fractions(found) else found
}
Math.fractions <- function(x, ...) fractions(get(.Generic, mode = "function")(bare_fractions(x), ...))
Summary.fractions <- function(x, ..., na.rm = FALSE) fractions(get(.Generic, mode = "function")(bare_fractions(x), ..., na.rm = na.rm))
t.fractions <- function(x) fractions(t(bare_fractions(x)))
`[.fractions` <- function(x, ...) fractions(bare_fractions(x)[...])
