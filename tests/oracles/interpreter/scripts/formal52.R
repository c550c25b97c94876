# Gradient descent with a reference class; model as S4 with predict and formula
GD <- setRefClass("GD", fields = list(theta = "numeric", rate = "numeric", history = "numeric", iter = "integer"),
  methods = list(
    initialize = function(p = 2, rate = 0.1, ...) {
      theta <<- rep(0, p)
      iter <<- 0L
      initFields(rate = rate, ...)
    },
    loss = function(X, y) mean((y - X %*% theta)^2),
    step = function(X, y) {
      g <- -2 * crossprod(X, y - X %*% theta) / nrow(X)
      theta <<- theta - rate * as.vector(g)
      iter <<- iter + 1L
      history <<- c(history, loss(X, y))
      invisible(.self)
    },
    fit = function(X, y, n = 100) {
      for (i in seq_len(n)) step(X, y)
      invisible(.self)
    }))
set.seed(1)
x <- rnorm(50)
X <- cbind(1, x)
y <- 2 + 3 * x + rnorm(50, sd = 0.1)
m <- GD$new(p = 2, rate = 0.2)
m$loss(X, y) > 1
m$fit(X, y, 200)
round(m$theta, 3)
m$iter
length(m$history)
all(diff(m$history) <= 1e-12)
round(tail(m$history, 1), 5)
m2 <- m$copy()
m2$theta <- c(0, 0)
round(m$theta, 2)
setClass("FitLM", representation(formula = "formula", coefficients = "numeric", data = "data.frame"))
fitlm <- function(f, d) new("FitLM", formula = f, coefficients = coef(lm(f, d)), data = d)
setMethod("show", "FitLM", function(object) {
  cat("Model:", deparse(object@formula), "\n")
  print(round(object@coefficients, 3))
})
f <- fitlm(mpg ~ wt + hp, mtcars)
f
f@formula
setGeneric("resid")
setMethod("resid", "FitLM", function(object, ...) {
  mm <- model.matrix(object@formula, object@data)
  drop(object@data$mpg - mm %*% object@coefficients)
})
round(head(resid(f), 3), 3)
head(resid(lm(dist ~ speed, cars)), 2)
setMethod("update", "FitLM", function(object, formula., ...) fitlm(update(object@formula, formula.), object@data))
update(f, . ~ . - hp)
nrow(f@data)
f@data$mpg[1:3]
f@data[1:2, c("mpg", "wt")]
f@coefficients["wt"]
f@coefficients[["hp"]] <- 0
f@coefficients
