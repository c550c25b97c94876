# Rscript clusters_more.R writes clusters_more.json: fuzzy clusters and nearest neighbours.
source("record.R")
x <- iris[1:10, 1:4]
numbers <- function(r) if (is.list(r)) r[c("centers", "size", "cluster", "membership", "iter", "withinerror")] else r
seed <- 0
cm <- function(id, call) {
  seed <<- seed + 1
  record(paste0("cmeans/", id), call, seed = seed, numbers = numbers)
}
cm("two", cmeans(x, 2))
first <- iris[1:2, 1:4]
cm("given", cmeans(x, centers = first))
cm("one_iteration", cmeans(x, 3, iter.max = 1, verbose = TRUE))
cm("verbose", cmeans(x, 2, 5, TRUE))
cm("manhattan", cmeans(x, 2, dist = "manhattan", verbose = TRUE))
cm("manhattan3", cmeans(iris[, 1:4], 3, dist = "man"))
cm("manhattan_weights", cmeans(iris[1:40, 1:4], 3, dist = "man", weights = 1:40))
cm("ufcl", cmeans(x, 2, method = "ufcl", verbose = TRUE))
cm("ufcl_manhattan", cmeans(x, 2, method = "ufcl", dist = "manhattan", rate.par = 0.1))
cm("ufcl_rate", cmeans(x, 2, method = "ufcl", rate.par = 2))
cm("ufcl_still", cmeans(x, 2, method = "ufcl", rate.par = 0))
cm("ufcl_early", cmeans(iris[, 1:4], 3, method = "ufcl", control = list(reltol = 0.01)))
cm("ufcl_weights", cmeans(x, 2, method = "ufcl", weights = 1:10))
cm("all_cases", cmeans(x, 10))
cm("too_many", cmeans(x, 11))
cm("m15", cmeans(x, 2, m = 1.5))
cm("m3", cmeans(iris[, 1:4], 4, m = 3))
cm("weights", cmeans(x, 2, weights = 1:10))
cm("weights_repeated", cmeans(x, 2, weights = c(1, 2)))
cm("negative", cmeans(x, 2, weights = -1))
cm("distance", cmeans(x, 2, dist = "foo"))
cm("method", cmeans(x, 2, method = "foo"))
cm("no_iterations", cmeans(x, 2, iter.max = 0))
v <- c(1, 2, 3, 8, 9)
cm("vector", cmeans(v, 2))
twice <- rbind(c(1, 2), c(1, 2), c(3, 4), c(1, 2))
cm("twice", cmeans(twice, 2))
cm("none", cmeans(x, 0))
missing <- x
missing[1, 1] <- NA
cm("missing", cmeans(missing, 2))
cm("loose", cmeans(x, 2, control = list(reltol = 0.1)))
cm("columns", cmeans(x, x[1:2, 1:3]))
cm("not_distinct", cmeans(x, rbind(x[1, ], x[1, ])))
swissm <- as.matrix(swiss)
cm("swiss", cmeans(swissm, 3))
cm("mtcars", cmeans(mtcars, 5, m = 1.2))
record("cmeans/summary", summary(cmeans(x, 2)))
write_answers("clusters_more.json")
