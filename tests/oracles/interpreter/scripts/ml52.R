# Naive Bayes from scratch as S3 class with formula method
nbayes <- function(x, ...) UseMethod("nbayes")
nbayes.default <- function(x, y, ...) {
  x <- as.data.frame(x)
  y <- as.factor(y)
  prior <- table(y) / length(y)
  stats <- lapply(x, function(col) {
    if (is.numeric(col)) {
      cbind(mean = tapply(col, y, mean), sd = tapply(col, y, sd))
    } else {
      prop.table(table(y, col), 1)
    }
  })
  structure(list(prior = prior, tables = stats, levels = levels(y), call = match.call()), class = "nbayes")
}
nbayes.formula <- function(formula, data, ...) {
  mf <- model.frame(formula, data)
  fit <- nbayes.default(mf[-1], model.response(mf))
  fit$call <- match.call()
  fit$terms <- terms(mf)
  fit
}
print.nbayes <- function(x, ...) {
  cat("\nHome-made naive Bayes\n\nCall:\n")
  print(x$call)
  cat("\nPriors:\n")
  print(x$prior)
  for (nm in names(x$tables)) { cat("\n", nm, ":\n", sep = ""); print(x$tables[[nm]], digits = 4) }
  invisible(x)
}
predict.nbayes <- function(object, newdata, type = c("class", "prob"), ...) {
  type <- match.arg(type)
  ll <- matrix(log(as.numeric(object$prior)), nrow(newdata), length(object$levels), byrow = TRUE)
  for (v in names(object$tables)) {
    tab <- object$tables[[v]]
    col <- newdata[[v]]
    for (k in seq_along(object$levels))
      ll[, k] <- ll[, k] + if (is.numeric(col)) dnorm(col, tab[k, "mean"], tab[k, "sd"], log = TRUE) else log(tab[k, as.character(col)])
  }
  p <- exp(ll - apply(ll, 1, max))
  p <- p / rowSums(p)
  colnames(p) <- object$levels
  if (type == "prob") p else factor(object$levels[max.col(p)], levels = object$levels)
}
fit <- nbayes(Species ~ ., data = iris)
fit
class(fit)
names(fit)
head(predict(fit, iris, type = "prob"), 3)
library(e1071)
ref <- naiveBayes(Species ~ ., data = iris)
all.equal(predict(fit, iris, "prob"), predict(ref, iris, type = "raw"))
table(predict(fit, iris), predict(ref, iris))
d <- transform(mtcars, am = factor(am, labels = c("auto", "manual")), gear = factor(gear))[, c("am", "gear", "mpg")]
f2 <- nbayes(am ~ gear + mpg, d)
f2
round(predict(f2, d[1:4, ], "prob"), 4)
r <- try(predict(f2, d, type = "foo"), silent = TRUE)
cat(r)
inherits(r, "try-error")
attr(r, "condition")$message
f2$terms
