# Write objects of class "nn" as neuralnet 1.44.6 builds them (same components, same names, same
# storage), from the recorded cases: the package itself is not installed here.
# Run in this folder: Rscript make_rds.R
library(jsonlite)

numbers <- function(x) {
  x <- unlist(lapply(x, function(v) if (is.null(v)) NA else v))
  as.numeric(x)
}
as_matrix <- function(rows) matrix(numbers(do.call(c, rows)), nrow = length(rows), byrow = TRUE)

# the arguments of neuralnet(), to match calls
neuralnet <- function(formula, data, hidden, threshold, stepmax, rep, startweights,
                      learningrate.limit, learningrate.factor, learningrate, lifesign,
                      lifesign.step, algorithm, err.fct, act.fct, output.act.fct, linear.output,
                      exclude, constant.weights, likelihood) match.call()

logistic <- function(x) 1 / (1 + exp(-x))
squares <- function(x, y) 1 / 2 * (y - x)^2
entropy <- function(x, y) -(y * log(x) + (1 - y) * log(1 - x))

build <- function(name, data, act = logistic, act_name = "logistic") {
  case <- fromJSON(file.path("..", "cases", paste0(name, ".json")), simplifyVector = FALSE)
  call <- eval(parse(text = case$call)[[1]])
  formula <- eval(call$formula)
  variables <- unlist(case$model_list$variables)
  responses <- unlist(case$model_list$response)
  covariate <- as.matrix(data[, variables, drop = FALSE])
  if (is.null(unlist(case$covariate_colnames))) colnames(covariate) <- NULL
  if (all(responses %in% names(data))) {
    response <- as.matrix(model.frame(formula, data)[, responses, drop = FALSE])
  } else {
    response <- sapply(responses, function(level) data[[as.character(formula[[2]])]] == level)
    rownames(response) <- seq_len(nrow(data))
  }
  error <- if (identical(case$args$err.fct, "ce")) entropy else squares
  error_name <- if (identical(case$args$err.fct, "ce")) "ce" else "sse"
  linear <- !identical(case$args$linear.output, FALSE)
  done <- unlist(case$converged)
  weights <- lapply(case$repetitions, function(r) if (r$converged) lapply(r$weights, as_matrix))
  starts <- lapply(case$repetitions, function(r) if (r$converged) lapply(r$startweights, as_matrix))
  forward <- function(layers) {
    a <- covariate
    for (k in seq_along(layers)) {
      w <- layers[[k]]
      w[is.na(w)] <- 0
      a <- cbind(1, a) %*% w
      if (k < length(layers) || !linear) a <- act(a)
    }
    a
  }
  names <- unlist(case$result_matrix_rownames)
  fit <- list(
    call = call,
    response = response,
    covariate = covariate,
    model.list = list(response = responses, variables = variables),
    err.fct = structure(error, type = error_name),
    act.fct = structure(act, type = act_name),
    output.act.fct = structure(logistic, type = "logistic"),
    linear.output = linear,
    data = data,
    exclude = if (is.null(case$args$exclude)) NULL else numbers(case$args$exclude),
    net.result = lapply(weights, function(w) if (!is.null(w)) forward(w)),
    weights = weights,
    generalized.weights = lapply(done, function(d) if (d) matrix(0, nrow(data), length(variables))),
    startweights = starts,
    result.matrix = as_matrix(case$result_matrix)
  )
  rownames(fit$result.matrix) <- names
  class(fit) <- "nn"
  fit
}

plain <- build("infert_paper_h2_seed1", infert)
saveRDS(plain, "infert_paper.rds", version = 3)
saveRDS(build("infert_rep5_partial", infert), "infert_partial.rds", version = 2, compress = FALSE)
saveRDS(build("infert_exclude_vec", infert), "infert_exclude.rds", version = 3, compress = "xz")

# functions as an installed package has them: compiled to bytecode
logistic <- compiler::cmpfun(logistic)
squares <- compiler::cmpfun(squares)
saveRDS(build("iris_factor_multiclass", iris, logistic), "iris_species.rds", version = 3)

saveRDS(lm(dist ~ speed, cars), "lm.rds", version = 3)

rows <- head(infert, 5)
writeLines(toJSON(list(
  r_version = as.character(getRversion()),
  paper = {
    w <- plain$weights[[1]]
    x <- as.matrix(rows[, plain$model.list$variables])
    as.vector(logistic(cbind(1, logistic(cbind(1, x) %*% w[[1]])) %*% w[[2]]))
  }
), digits = I(17), auto_unbox = TRUE), "predictions.json")
