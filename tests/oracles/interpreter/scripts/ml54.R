# Decision trees: rpart-free CART for regression, pruning by depth; random forest by hand
best_split <- function(x, y) {
  u <- sort(unique(x))
  if (length(u) < 2) return(c(cut = NA, gain = 0))
  cuts <- (u[-1] + u[-length(u)]) / 2
  sse <- function(v) sum((v - mean(v))^2)
  gains <- vapply(cuts, function(cc) sse(y) - sse(y[x <= cc]) - sse(y[x > cc]), 0)
  c(cut = cuts[which.max(gains)], gain = max(gains))
}
grow <- function(data, target, vars, depth = 0, max_depth = 2, min_n = 5, mtry = length(vars)) {
  y <- data[[target]]
  node <- list(n = length(y), value = mean(y), depth = depth)
  if (depth >= max_depth || length(y) < 2 * min_n) return(node)
  try_vars <- if (mtry < length(vars)) sample(vars, mtry) else vars
  sp <- sapply(try_vars, function(v) best_split(data[[v]], y))
  if (max(sp["gain", ]) < 1e-8) return(node)
  v <- colnames(sp)[which.max(sp["gain", ])]
  cut <- sp["cut", v]
  left <- data[[v]] <= cut
  if (sum(left) < min_n || sum(!left) < min_n) return(node)
  node$var <- v; node$cut <- unname(cut)
  node$left <- Recall(data[left, ], target, vars, depth + 1, max_depth, min_n, mtry)
  node$right <- Recall(data[!left, ], target, vars, depth + 1, max_depth, min_n, mtry)
  node
}
show <- function(node, prefix = "root") {
  cat(strrep("  ", node$depth), prefix, " n=", node$n, " value=", format(node$value, digits = 4), "\n", sep = "")
  if (!is.null(node$var)) {
    show(node$left, sprintf("%s <= %.3f", node$var, node$cut))
    show(node$right, sprintf("%s > %.3f", node$var, node$cut))
  }
}
pred1 <- function(node, row) if (is.null(node$var)) node$value else if (row[[node$var]] <= node$cut) pred1(node$left, row) else pred1(node$right, row)
pred <- function(tree, data) vapply(seq_len(nrow(data)), function(i) pred1(tree, data[i, ]), numeric(1))
tree <- grow(mtcars, "mpg", c("wt", "hp", "cyl", "disp"))
show(tree)
p <- pred(tree, mtcars)
table(round(p, 2))
sqrt(mean((p - mtcars$mpg)^2))
sapply(0:4, function(d) { t <- grow(mtcars, "mpg", c("wt", "hp", "cyl", "disp"), max_depth = d, min_n = 2); round(mean((pred(t, mtcars) - mtcars$mpg)^2), 3) })
set.seed(99)
forest <- lapply(1:15, function(b) { i <- sample(nrow(mtcars), replace = TRUE); list(tree = grow(mtcars[i, ], "mpg", c("wt", "hp", "cyl", "disp"), max_depth = 3, min_n = 3, mtry = 2), oob = setdiff(seq_len(nrow(mtcars)), i)) })
sapply(forest, function(f) f$tree$var)
table(sapply(forest, function(f) f$tree$var))
oob_sum <- numeric(32); oob_n <- numeric(32)
for (f in forest) { oob_sum[f$oob] <- oob_sum[f$oob] + pred(f$tree, mtcars[f$oob, ]); oob_n[f$oob] <- oob_n[f$oob] + 1 }
ok <- oob_n > 0
sqrt(mean((oob_sum[ok] / oob_n[ok] - mtcars$mpg[ok])^2))
range(oob_n)
str(tree, max.level = 1)
count_leaves <- function(n) if (is.null(n$var)) 1L else count_leaves(n$left) + count_leaves(n$right)
vapply(forest, function(f) count_leaves(f$tree), 1L)
