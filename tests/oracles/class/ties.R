# Rscript ties.R writes ties.json: knn.cv and knn1 on small grids full of ties, and the next runif(1).
suppressMessages({ library(class); library(jsonlite) })
answers <- lapply(1:60, function(seed) {
  set.seed(seed)
  n <- sample(6:20, 1)
  x <- matrix(sample(0:4, 2 * n, TRUE), n)
  new <- matrix(sample(0:4, 12, TRUE), 6)
  cl <- sample(c("a", "b", "c"), n, TRUE)
  k <- sample(1:5, 1)
  l <- sample(c(0, 0, 2), 1)
  set.seed(seed)
  list(seed = seed, x = x, new = new, cl = cl, k = k, l = l,
       others = as.character(knn.cv(x, cl, k = k, l = l)), after = runif(1),
       nearest = as.character(knn1(x, new, cl)), last = runif(1))
})
writeLines(toJSON(answers, auto_unbox = TRUE, digits = NA, na = "null"), "ties.json")
