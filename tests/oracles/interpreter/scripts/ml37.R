# Hidden structure: association measures, entropy and a tiny decision tree
entropy <- function(y) { p <- table(y) / length(y); p <- p[p > 0]; -sum(p * log2(p)) }
gain <- function(data, attr, target) {
  parts <- split(data[[target]], data[[attr]], drop = TRUE)
  entropy(data[[target]]) - sum(sapply(parts, function(p) length(p) / nrow(data) * entropy(p)))
}
id3 <- function(data, target, attrs, depth = 0) {
  y <- data[[target]]
  if (length(unique(y)) == 1) return(list(leaf = as.character(y[1]), n = length(y)))
  if (length(attrs) == 0) return(list(leaf = names(which.max(table(y))), n = length(y)))
  g <- sapply(attrs, function(a) gain(data, a, target))
  best <- attrs[which.max(g)]
  kids <- lapply(split(data, data[[best]], drop = TRUE), id3, target = target, attrs = setdiff(attrs, best), depth = depth + 1)
  list(attr = best, gain = max(g), children = kids)
}
show_tree <- function(node, indent = 0) {
  pad <- strrep("  ", indent)
  if (!is.null(node$leaf)) {
    cat(pad, "-> ", node$leaf, " (", node$n, ")\n", sep = "")
  } else {
    for (v in names(node$children)) {
      cat(pad, node$attr, " = ", v, "\n", sep = "")
      show_tree(node$children[[v]], indent + 1)
    }
  }
}
classify <- function(node, row) {
  while (is.null(node$leaf)) node <- node$children[[as.character(row[[node$attr]])]]
  node$leaf
}
play <- data.frame(
  outlook = rep(c("sunny", "overcast", "rain"), c(5, 4, 5)),
  humidity = c("high", "high", "high", "normal", "normal", "high", "normal", "high", "normal", "high", "normal", "normal", "normal", "high"),
  windy = c(FALSE, TRUE, FALSE, FALSE, TRUE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, FALSE, TRUE),
  play = c("no", "no", "no", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "no", "yes", "no"),
  stringsAsFactors = TRUE)
str(play)
entropy(play$play)
round(sapply(names(play)[1:3], gain, data = play, target = "play"), 4)
tree <- id3(play, "play", names(play)[1:3])
show_tree(tree)
str(tree)
p <- sapply(seq_len(nrow(play)), function(i) classify(tree, play[i, ]))
table(p, play$play)
tt <- id3(subset(as.data.frame(lapply(mtcars[c("cyl", "gear", "am")], factor)), TRUE), "am", c("cyl", "gear"))
show_tree(tt)
chisq.test(table(mtcars$cyl, mtcars$am), simulate.p.value = FALSE)$expected
mutual <- function(a, b) { j <- prop.table(table(a, b)); e <- outer(rowSums(j), colSums(j)); sum(ifelse(j > 0, j * log2(j / e), 0)) }
round(mutual(mtcars$cyl, mtcars$am), 5)
round(outer(names(play), names(play), Vectorize(function(a, b) mutual(play[[a]], play[[b]]))), 3)
rapply(list(1, "a", list(2, "b")), function(x) x * 10, classes = "numeric", how = "replace")
