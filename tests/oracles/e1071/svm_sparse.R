# Answers of e1071 to sparse predictors (packages SparseM, Matrix): Rscript svm_sparse.R
suppressPackageStartupMessages({library(e1071); library(SparseM); library(Matrix); library(jsonlite)})
dense <- as.matrix(iris[, 1:4]) * (as.matrix(iris[, 1:4]) > 1.5)
x <- Matrix(dense, sparse = TRUE)
calls <- list(
  radial = quote(svm(x, iris$Species)),
  linear = quote(svm(x, iris$Sepal.Length, kernel = "linear")),
  polynomial = quote(svm(x, iris$Species, kernel = "polynomial", probability = TRUE)),
  cross = quote(svm(x, iris$Sepal.Length, cross = 5)),
  nu = quote(svm(x, iris$Species, type = "nu-classification", nu = 0.2)),
  one = quote(svm(x, type = "one-classification", nu = 0.2))
)
digits <- function(x) sprintf("%.17g", as.vector(x))
answer <- function(call) {
  set.seed(1)
  m <- eval(call)
  u <- runif(1)
  r <- list(uniform = digits(u), index = m$index, coefs = digits(m$coefs), rho = digits(m$rho),
            decisions = digits(m$decision.values))
  if (!is.null(m$MSE)) r$mse <- digits(m$MSE)
  if (m$compprob && m$type < 2) r$proba <- digits(m$probA)
  r
}
writeLines(toJSON(lapply(calls, answer), auto_unbox = TRUE), "svm_sparse.json")
