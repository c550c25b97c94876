# What e1071 says about wrong input: errors and warnings, recorded as svm_messages.json.
# Rscript svm_messages.R > svm_messages.json
suppressPackageStartupMessages({library(e1071); library(jsonlite)})
inf_x <- cars; inf_x$speed[3] <- Inf
na_x <- cars; na_x$speed[3] <- NA
inf_y <- cars; inf_y$dist[3] <- Inf
constant <- transform(cars, k = 1)
x <- as.matrix(iris[, 1:4])
by_formula <- svm(Species ~ ., iris)
by_matrix <- svm(x, iris$Species)
with_factor <- svm(Sepal.Length ~ Species, iris)
cases <- list(
  infinite_x = quote(svm(dist ~ speed, inf_x)),
  infinite_x_unscaled = quote(svm(dist ~ speed, inf_x, scale = FALSE)),
  infinite_y = quote(svm(dist ~ speed, inf_y)),
  na_passed = quote(svm(dist ~ speed, na_x, na.action = na.pass)),
  na_failed = quote(svm(dist ~ speed, na_x, na.action = na.fail)),
  one_row = quote(svm(dist ~ speed, cars[1, ])),
  no_row = quote(svm(dist ~ speed, cars[0, ])),
  constant_response = quote(svm(k ~ speed, constant)),
  constant_response_unscaled = quote(svm(k ~ speed, constant, scale = FALSE, fitted = FALSE)),
  one_class = quote(svm(Species ~ ., iris[1:50, ])),
  nothing_outside_the_tube = quote(svm(dist ~ speed, cars, epsilon = 10)),
  no_column = quote(svm(dist ~ 1, cars)),
  unknown_variable = quote(svm(dist ~ spee, cars)),
  two_responses = quote(svm(cbind(speed, dist) ~ speed, cars)),
  lengths_differ = quote(svm(x, iris$Species[1:149])),
  character_response = quote(svm(x, as.character(iris$Species))),
  factor_for_regression = quote(svm(Species ~ ., iris, type = "eps-regression")),
  logical_for_regression = quote(svm((dist > 40) ~ speed, cars)),
  fractions_for_classes = quote(svm(dist + .5 ~ speed, cars, type = "C-classification")),
  null_degree = quote(svm(dist ~ speed, cars, degree = NULL)),
  null_coef0 = quote(svm(dist ~ speed, cars, coef0 = NULL)),
  null_cost = quote(svm(dist ~ speed, cars, cost = NULL)),
  null_nu = quote(svm(dist ~ speed, cars, nu = NULL)),
  null_epsilon = quote(svm(dist ~ speed, cars, epsilon = NULL)),
  null_tolerance = quote(svm(dist ~ speed, cars, tolerance = NULL)),
  na_gamma = quote(svm(dist ~ speed, cars, gamma = NA)),
  na_cost = quote(svm(dist ~ speed, cars, cost = NA)),
  infinite_coef0 = quote(svm(dist ~ speed, cars, coef0 = Inf)),
  na_degree = quote(svm(dist ~ speed, cars, degree = NA)),
  nan_epsilon = quote(svm(dist ~ speed, cars, epsilon = NaN)),
  negative_epsilon = quote(svm(dist ~ speed, cars, epsilon = -1)),
  zero_tolerance = quote(svm(dist ~ speed, cars, tolerance = 0)),
  negative_degree = quote(svm(dist ~ speed, cars, degree = -1)),
  zero_cost = quote(svm(dist ~ speed, cars, cost = 0)),
  too_many_folds = quote(svm(dist ~ speed, cars, cross = 51)),
  numeric_type = quote(svm(dist ~ speed, cars, type = 3)),
  ambiguous_type = quote(svm(Species ~ ., iris, type = "nu")),
  empty_inverse = quote(svm(Species ~ ., iris[1:100, ], class.weights = "inverse")),
  other_weight_word = quote(svm(Species ~ ., iris, class.weights = "inv")),
  zero_weight = quote(svm(Species ~ ., iris, class.weights = c(setosa = 0))),
  type_before_kernel = quote(svm(Species ~ ., iris, type = "foo", kernel = "bar")),
  null_before_response = quote(svm(as.character(Species) ~ ., iris, cost = NULL)),
  folds_before_response = quote(svm(as.character(Species) ~ ., iris, cross = 500)),
  folds_before_weights = quote(svm(Species ~ ., iris, class.weights = 1:3, cross = 500)),
  gamma_before_degree = quote(svm(Species ~ ., iris, degree = -1, gamma = -1)),
  degree_before_tolerance = quote(svm(Species ~ ., iris, degree = -1, tolerance = -1)),
  tolerance_before_cost = quote(svm(Species ~ ., iris, cost = -1, tolerance = -1)),
  one_class_probability = quote(svm(~ ., cars, probability = TRUE)),
  too_many_scales = quote(svm(x, iris$Species, scale = rep(TRUE, 5))),
  two_constants = quote(svm(dist ~ ., transform(constant, z = 2))),
  weights_for_regression = quote(svm(dist ~ speed, cars, class.weights = c(a = 1))),
  one_class_of_a_factor = quote(svm(Species ~ ., iris, type = "one")),
  one_class_of_an_ordered_factor = quote(svm(ordered(Species) ~ Petal.Width, iris, type = "one")),
  predict_missing_variable = quote(predict(by_formula, iris[1:2, 1:3])),
  predict_too_few_columns = quote(predict(by_matrix, iris[1:2, 1:3])),
  predict_too_many_columns = quote(predict(by_matrix, cbind(x, 1))),
  predict_vector = quote(predict(by_matrix, rep(1, 4))),
  predict_na_fail = quote(predict(by_matrix, rbind(x, NA), na.action = na.fail)),
  predict_infinite = quote(predict(by_matrix, x + Inf)),
  predict_without_probabilities = quote(predict(by_formula, iris, probability = TRUE)),
  new_level = quote(predict(with_factor, data.frame(Species = factor(c("setosa", "Q"))))),
  coef_of_radial = quote(coef(by_matrix)),
  coef_of_three_classes = quote(coef(svm(x, iris$Species, kernel = "linear")))
)
record <- function(code) {
  heard <- character()
  error <- NULL
  withCallingHandlers(
    tryCatch(eval(code), error = function(e) error <<- conditionMessage(e)),
    warning = function(w) {
      heard <<- c(heard, conditionMessage(w))
      invokeRestart("muffleWarning")
    }
  )
  list(code = deparse1(code), error = error, warnings = I(heard))
}
cat(toJSON(list(
  r = R.version.string, e1071 = as.character(packageVersion("e1071")),
  cases = lapply(cases, record)
), auto_unbox = TRUE, null = "null", pretty = TRUE), "\n")
