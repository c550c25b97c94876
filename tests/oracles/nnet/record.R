# Asks R's nnet the questions of cases.json and writes answers.json (R 4.2.2, nnet 7.3-18):
#   Rscript record.R
# Numbers travel as text in C's hexadecimal notation, so that every bit is kept.
suppressMessages({library(nnet); library(MASS)})

hex <- function(x) sprintf("%a", as.numeric(x))

frames <- function() {
  holes <- iris[c(1:30, 51:80, 101:130), ]
  holes[c(2, 40), 1] <- NA
  holes[5, 5] <- NA
  two <- transform(iris, b = factor(Species == "virginica", labels = c("no", "yes")))
  cars <- transform(mtcars, am = factor(am, labels = c("auto", "manual")), gear = factor(gear),
                    cyl = factor(cyl))
  scaled <- iris
  scaled[1:4] <- round(scale(iris[1:4]), 6)
  small <- data.frame(g = factor(rep(c("a", "b", "c", "d"), 15)), u = rep(0:1, 30),
                      v = rep(c(0, 0, 1), 20), w = (1:60) / 20,
                      n1 = rep(1:3, 20), n2 = rep(c(2, 0, 5, 1), 15), n3 = rep(c(1, 4), 30))
  list(iris = iris, holes = holes, two = two, cars = cars, scaled = scaled, small = small,
       infert = infert, birthwt = birthwt, housing = housing, empty = iris[51:150, ],
       swiss = swiss)
}

value_of <- function(a) {
  if (is.list(a) && !is.null(a$expr)) return(str2lang(a$expr))
  if (is.list(a) && !is.null(a$names)) return(as.call(c(quote(list), a$names)))
  if (is.list(a)) return(as.call(c(quote(c), lapply(a, value_of))))
  if (is.numeric(a)) as.numeric(a) else a
}

call_of <- function(case) {
  if (!is.null(case$formula))
    start <- list(formula = str2lang(case$formula), data = as.name(case$data))
  else start <- list(x = as.name("x"), y = as.name("y"))
  as.call(c(as.name(case$fun), start, lapply(case$args, value_of)))
}

matrices <- function(case, d) {
  if (!is.null(case$formula)) return(list())
  x <- as.matrix(d[unlist(case$x)])
  y <- if (!is.null(case$class_ind)) class.ind(d[[case$class_ind]]) else as.matrix(d[unlist(case$y)])
  if (length(case$y) == 1) y <- d[[case$y[[1]]]]
  list(x = x, y = y, w = d$w)
}

lines_of <- function(x, ...) capture.output(print(x, ...))

of_matrix <- function(m) {
  if (is.null(dim(m))) return(list(names = names(m), values = hex(m)))
  list(rows = rownames(m), columns = colnames(m), dim = dim(m), values = hex(m))
}

of_multinom <- function(fit) list(
  coef = of_matrix(coef(fit)), vcov = of_matrix(vcov(fit)), confint = hex(confint(fit)),
  confint_text = lines_of(confint(fit, level = 0.9)),
  deviance = hex(fit$deviance), aic = hex(AIC(fit)), bic = hex(BIC(fit)), edf = fit$edf,
  rank = fit$rank, log_lik = lines_of(logLik(fit)),
  summary_text = lines_of(summary(fit)),
  wald_text = lines_of(summary(fit, Wald.ratios = TRUE, correlation = TRUE)),
  short_text = lines_of(summary(fit), digits = 3), print_short_text = lines_of(fit, digits = 3))

of_predictions <- function(fit, new, kinds) {
  found <- list()
  for (kind in kinds) {
    set.seed(99)
    found[[kind]] <- tryCatch({
      p <- predict(fit, new, type = kind)
      if (is.numeric(p)) of_matrix(p) else list(classes = as.character(p), levels = levels(p))
    }, error = function(e) list(error = conditionMessage(e)))
    found[[kind]]$next_uniform <- hex(runif(1))
  }
  found
}

answer <- function(case) {
  all <- frames()
  d <- all[[case$data]]
  here <- list2env(c(all, matrices(case, d)), parent = globalenv())
  messages <- character()
  set.seed(case$seed)
  trace <- capture.output(fit <- withCallingHandlers(
    tryCatch(eval(call_of(case), here), error = function(e) e),
    warning = function(w) {
      messages <<- c(messages, conditionMessage(w))
      invokeRestart("muffleWarning")
    }))
  found <- list(trace = I(trace), warnings = I(messages))
  if (inherits(fit, "error")) return(c(found, error = conditionMessage(fit)))
  found <- c(found, list(
    call = I(deparse(fit$call)), names = names(fit), n = fit$n, nconn = fit$nconn,
    conn = fit$conn, nunits = fit$nunits, nsunits = fit$nsunits, lev = I(as.character(fit$lev)),
    flags = c(fit$entropy, fit$softmax, fit$censored), decay = I(hex(fit$decay)),
    value = hex(fit$value), wts = hex(fit$wts), convergence = fit$convergence,
    rows_fitted = nrow(fitted(fit)), fitted = of_matrix(head(fitted(fit), 12)),
    residuals = of_matrix(head(residuals(fit), 12)),
    na_action = I(as.integer(fit$na.action)), next_uniform = hex(runif(1)),
    text = I(lines_of(fit))))
  is_multinom <- inherits(fit, "multinom")
  if (is_multinom) found$multinom <- of_multinom(fit)
  else {
    found$coef_names <- names(coef(fit))
    found$summary_text <- I(lines_of(summary(fit)))
  }
  if (!is.null(fit$Hessian)) found$hessian <- of_matrix(fit$Hessian)
  rows <- unlist(case$rows)
  if (!is.null(rows)) {
    new <- if (is.null(case$formula)) here$x[rows, , drop = FALSE] else d[rows, ]
    kinds <- if (is_multinom) c("class", "probs") else c("raw", "class")
    found$predict <- of_predictions(fit, new, kinds)
  }
  found
}

of_frame <- function(d) list(
  rows = row.names(d), automatic = .row_names_info(d) < 0,
  columns = lapply(d, function(v) list(
    type = if (is.ordered(v)) "ordered" else if (is.factor(v)) "factor" else typeof(v),
    levels = levels(v), data = if (is.factor(v)) as.character(v) else v)))

write_answers <- function(asked, answered) {
  cases <- jsonlite::read_json(asked)
  found <- list(r = R.version.string, nnet = as.character(packageVersion("nnet")),
                frames = lapply(frames(), of_frame), answers = lapply(cases, answer))
  jsonlite::write_json(found, answered, auto_unbox = TRUE, na = "string", null = "null",
                       digits = NA)
}

if (sys.nframe() == 0) write_answers("cases.json", "answers.json")
