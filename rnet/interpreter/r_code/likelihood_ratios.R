# Likelihood ratio tests of several fits, as nnet's manual describes them, and as MASS prints them.

anova.multinom <- function(object, ..., test = c("Chisq", "none")) {
  test <- match.arg(test)
  fits <- list(object, ...)
  if (length(fits) < 2L) stop("anova is not implemented for a single \"multinom\" object")
  responses <- vapply(fits, function(fit) deparse(formula(fit)[[2L]]), "")
  if (any(responses != responses[1L])) stop("not all objects have the same response")
  left <- vapply(fits, function(fit) NROW(fitted(fit)) * (NCOL(fitted(fit)) - 1) - fit$edf, 0)
  order <- order(left, decreasing = TRUE)
  fits <- fits[order]
  left <- left[order]
  terms <- vapply(fits, function(fit) paste(attr(fit$terms, "term.labels"), collapse = " + "), "")
  terms[terms == ""] <- "1"
  deviances <- vapply(fits, deviance, 0)
  count <- length(fits)
  Df <- c(NA, -diff(left))
  ratio <- c(NA, -diff(deviances))
  found <- data.frame(Model = terms, "Resid. df" = left, "Resid. Dev" = deviances,
                      Test = c("", paste(seq_len(count - 1L), "vs", seq_len(count)[-1L])),
                      "   Df" = Df, "LR stat." = ratio,
                      "Pr(Chi)" = c(NA, 1 - stats::pchisq(ratio[-1L], Df[-1L])),
                      check.names = FALSE)
  if (test == "none") found <- found[, -7L]
  heading <- c("Likelihood ratio tests of Multinomial Models\n", paste("Response:", responses[1L]))
  structure(found, heading = heading, class = c("Anova", "data.frame"))
}

print.Anova <- function(x, digits = getOption("digits"), ...) {
  if (!"package:MASS" %in% search()) return(print.data.frame(x, digits = digits, ...))
  cat(attr(x, "heading"), sep = "\n")
  cells <- format(x, digits = digits)
  class(cells) <- "data.frame"
  cells[is.na(x)] <- ""
  print.data.frame(cells, ...)
  invisible(x)
}

# As `step`; the table of steps says what it is.
stepAIC <- function(object, ...) {
  found <- step(object, ...)
  heading <- c("Stepwise Model Path \nAnalysis of Deviance Table", "\nInitial Model:",
               deparse(formula(object)), "\nFinal Model:", deparse(formula(found)), "\n")
  found$anova$Df <- abs(found$anova$Df)
  found$anova <- structure(found$anova, heading = heading, class = c("Anova", "data.frame"))
  found
}
