# Object-oriented wrap of learners: S3 generic "learn", with print, predict and compare
library(e1071)
library(nnet)
learner <- function(type, ...) structure(list(type = type, args = list(...)), class = c(paste0("learner_", type), "learner"))
learn <- function(l, formula, data) UseMethod("learn")
learn.default <- function(l, formula, data) stop("no learner of type ", sQuote(l$type, FALSE))
learn.learner_svm <- function(l, formula, data) {
  l$fit <- do.call(svm, c(list(formula, data = data), l$args)); l
}
learn.learner_nb <- function(l, formula, data) { l$fit <- naiveBayes(formula, data = data); l }
learn.learner_nnet <- function(l, formula, data) {
  l$fit <- do.call("nnet", c(list(formula = formula, data = quote(data), trace = FALSE), l$args)); l
}
learn.learner_major <- function(l, formula, data) {
  l$fit <- names(which.max(table(data[[all.vars(formula)[1]]]))); l
}
predict.learner <- function(object, newdata, ...) predict(object$fit, newdata, ...)
predict.learner_nnet <- function(object, newdata, ...) predict(object$fit, newdata, type = "class")
predict.learner_major <- function(object, newdata, ...) rep(object$fit, nrow(newdata))
print.learner <- function(x, ...) {
  a <- if (length(x$args)) paste(names(x$args), unlist(x$args), sep = "=", collapse = ", ") else "no arguments"
  cat("<learner ", x$type, ": ", a, if (is.null(x$fit)) "; not fitted" else "; fitted", ">\n", sep = "")
}
format.learner <- function(x, ...) paste0("learner(", x$type, ")")
ls_ <- list(learner("svm", cost = 2, kernel = "linear"), learner("nb"), learner("nnet", size = 2, decay = 0.1, maxit = 150), learner("major"))
ls_
invisible(lapply(ls_, print))
set.seed(12)
i <- sample(150, 110)
fitted_ls <- lapply(ls_, learn, formula = Species ~ Sepal.Length + Sepal.Width, data = iris[i, ])
fitted_ls[[1]]
acc <- sapply(fitted_ls, function(l) mean(predict(l, iris[-i, ]) == iris$Species[-i]))
names(acc) <- sapply(fitted_ls, format)
acc
inherits(fitted_ls[[1]], "learner")
inherits(fitted_ls[[1]], c("svm", "learner"), which = TRUE)
r <- tryCatch(learn(learner("forest"), Species ~ ., iris), error = function(e) conditionMessage(e))
r
fitted_ls[[1]]$fit$call$cost
class(fitted_ls[[2]]$fit)
Ops.learner <- function(e1, e2) get(.Generic)(length(e1$args), length(e2$args))
ls_[[1]] > ls_[[2]]
length.learner <- function(x) 99L
length(ls_[[1]])
"$<-.learner" <- function(x, name, value) { cat("setting", name, "\n"); y <- unclass(x); y[[name]] <- value; structure(y, class = class(x)) }
l <- ls_[[2]]
l$note <- "hello"
l$note
methods_found <- sapply(c("svm", "nb", "zzz"), function(t) !is.null(getS3method("learn", paste0("learner_", t), optional = TRUE)))
methods_found
