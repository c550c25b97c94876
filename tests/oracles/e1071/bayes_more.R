# Rscript bayes_more.R writes bayes_more.json: naiveBayes on awkward data.
source("record.R")

# Models first: what R answers is their text, then probabilities and classes of new cases.
ask <- function(id, model, ...) {
  fit <- record(id, model)
  new <- list(...)
  for (k in seq_along(new)) {
    if (!is.null(fit)) {
      record(paste0(id, "/raw", k), predict(fit, new[[k]], type = "raw"))
      record(paste0(id, "/class", k), predict(fit, new[[k]]))
    }
  }
}

x <- data.frame(
  a = c(1, 2, 3, NA, 5), b = c("u", "v", "u", NA, "w"), d = c(TRUE, FALSE, NA, TRUE, TRUE),
  e = factor(c("p", "q", "p", "q", "p"), levels = c("p", "q", "r"))
)
y <- c("A", "B", "A", "B", "A")
ask("mixed", naiveBayes(x, y), x, x[4:1, 4:1])
y3 <- factor(y, levels = c("A", "B", "C"))
ask("unused_class", naiveBayes(x, y3), x)
ask("smoothed", naiveBayes(x[, 3:4], y, laplace = 1), x)
ask("smoothed_unevenly", naiveBayes(x[, 3:4], y, laplace = c(0.5, 2)), x)
flags <- c(TRUE, FALSE, TRUE, NA, TRUE)
ask("logical_class", naiveBayes(x, flags), x)
numbers <- c(2, 1, 2, 1, 10)
ask("numeric_class", naiveBayes(x, numbers), x)
all_true <- c(TRUE, TRUE, TRUE, TRUE, TRUE)
ask("one_logical_class", naiveBayes(x, all_true), x)
m <- matrix(c(1.5, 2, 3.25, 4, 5, 7, 6, 9), 4)
g <- factor(c(1, 2, 1, 2))
ask("plain_matrix", naiveBayes(m, g), m, m[1, , drop = FALSE])
letters2 <- matrix(c("a", "b", "a", "b"), 2)
two <- factor(c(1, 2))
ask("text_matrix", naiveBayes(letters2, two), letters2)
v <- c(1, 2, 3, 4)
ask("vector", naiveBayes(v, g), c(1, 2, 3), data.frame(x = c(1, 2)))
few <- iris[1:60, ]
ask("few", naiveBayes(Species ~ ., few), iris[c(1, 55, 120), ])
dated <- iris[iris$Petal.Width > 1, ]
ask("formula_subset", naiveBayes(Species ~ Sepal.Width, iris, subset = Petal.Width > 1), iris[c(60, 140), ])
ask("transformed", naiveBayes(Species ~ log(Petal.Width) + Sepal.Length, iris), iris[c(1, 60), ])
ask("left_out", naiveBayes(Species ~ . - Petal.Width, iris[c(1, 2, 51, 101), ]))
ask("offset", naiveBayes(Species ~ Petal.Width + offset(Sepal.Width), iris), iris[c(1, 60), ])
back <- data.frame(check.names = FALSE, `my var` = c(1, 2, 3, 4), cl = c("a", "b", "a", "b"))
ask("backtick", naiveBayes(cl ~ `my var`, back), back)
numbers_only <- transform(infert, sf = factor(spontaneous))
ask("numeric_training", naiveBayes(factor(case) ~ spontaneous + age, infert),
  transform(infert[1:3, ], spontaneous = factor(spontaneous)),
  transform(infert[1:3, ], spontaneous = as.character(spontaneous)),
  transform(infert[1:3, ], spontaneous = spontaneous > 0))
ask("factor_training", naiveBayes(factor(case) ~ sf, numbers_only),
  transform(numbers_only[1:3, ], sf = as.character(spontaneous)),
  transform(numbers_only[1:3, ], sf = spontaneous > 0), data.frame(sf = c("1", "0", "9")),
  data.frame(sf = c(1, 0, NA)))
oneway <- transform(infert, ff = factor(rep("k", 248)))
ask("one_level", naiveBayes(factor(case) ~ ff, oneway), transform(oneway[1:3, ], ff = 2), oneway[1:2, ])
short <- data.frame(c = c("a", "a", "b"), v = c(TRUE, FALSE, TRUE))
ask("logical_predictor", naiveBayes(c ~ v, short), data.frame(v = c("TRUE", "FALSE", NA)),
  data.frame(v = c(1, 0)), data.frame(v = c(TRUE, NA)))
ask("missing_numbers", naiveBayes(y ~ x, data.frame(y = c(TRUE, FALSE, TRUE, TRUE), x = c(NA, NA, 1, 2))),
  data.frame(x = c(1, NA)))
ask("missing_levels", naiveBayes(y ~ x, data.frame(y = c(TRUE, FALSE, TRUE, TRUE), x = factor(c(NA, NA, "a", "b")))),
  data.frame(x = c("a", NA)))
ask("infinite", naiveBayes(y ~ x, data.frame(y = c(TRUE, FALSE, TRUE, TRUE), x = c(Inf, 1, 1, 2))))
ask("missing_class", naiveBayes(y ~ x, data.frame(y = factor(c("a", "b", NA, "a")), x = c(1, 2, 3, 4))), data.frame(x = c(1, 4)))
ask("ordered_class", naiveBayes(y ~ x, data.frame(y = ordered(c("a", "b", "b", "a"), levels = c("b", "a")), x = c(1L, 2L, 3L, 4L))), data.frame(x = c(1, 4)))
ask("no_rows", naiveBayes(Species ~ ., iris[0, ]))
ask("table_two", naiveBayes(Sex ~ Hair, data = HairEyeColor), data.frame(Hair = c("Black", "Green")))
ask("table_order", naiveBayes(Survived ~ Sex + Class, data = Titanic), as.data.frame(Titanic)[1:4, ])
ask("table_all_but", naiveBayes(Sex ~ . - Eye, data = HairEyeColor))
ask("table_star", naiveBayes(Sex ~ Hair * Eye, data = HairEyeColor))
ask("table_none", naiveBayes(Sex ~ 1, data = HairEyeColor))
ask("table_berkeley", naiveBayes(Gender ~ ., data = UCBAdmissions, laplace = 2.5), as.data.frame(UCBAdmissions)[1:5, ])
emptied <- HairEyeColor
emptied[, , 1] <- 0
ask("table_empty", naiveBayes(Sex ~ Hair, data = emptied), data.frame(Hair = c("Black", NA)))
fit <- naiveBayes(Species ~ ., iris)
record("far/raw", predict(fit, data.frame(Sepal.Length = c(NA, 1000, Inf), Petal.Width = c(NaN, -1000, 3)), type = "raw"))
record("far/class", predict(fit, data.frame(Sepal.Length = c(NA, 1000, Inf), Petal.Width = c(NaN, -1000, 3))))
record("floor/raw", predict(fit, iris[c(1, 60, 140), ], type = "raw", threshold = 0.01, eps = 0.4))
record("short/raw", predict(fit, iris[c(1, 60), ], type = "r"))
record("list/class", predict(fit, as.list(iris[1:2, ])))
record("error_type", predict(fit, iris[1:2, ], type = "foo"))
record("error_newdata", predict(fit))
record("error_threshold", predict(fit, iris[1:2, ], threshold = "a"))
record("error_lengths", naiveBayes(iris[, 1:4], iris$Species[1:10]))
record("error_lengths_levels", naiveBayes(data.frame(x = factor(1:3)), c(1, 2)))
record("error_no_class", naiveBayes(iris[, 1:4]))
record("error_no_data", naiveBayes(Species ~ Sepal.Width))
record("error_unknown", naiveBayes(Species ~ Nope, iris))
record("error_one_sided", naiveBayes(~Species, iris))
record("error_no_predictor", naiveBayes(Species ~ 1, iris))
record("error_matrix_column", naiveBayes(Species ~ poly(Petal.Width, 2), iris))
record("error_laplace", naiveBayes(data.frame(x = factor(1:3)), c(1, 2, 1), laplace = "a"))
write_answers("bayes_more.json")
