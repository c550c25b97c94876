# Recursive structures: trees, tokenizer & calculator, json-like printing, maze
tree <- list(value = 1, children = list(list(value = 2, children = list()), list(value = 3, children = list(list(value = 4, children = list())))))
depth <- function(t) if (length(t$children) == 0) 1 else 1 + max(sapply(t$children, depth)); depth(tree)
total <- function(t) t$value + sum(vapply(t$children, total, numeric(1))); total(tree)
show_tree <- function(t, indent = 0) { cat(strrep("  ", indent), t$value, "\n", sep = ""); for (ch in t$children) show_tree(ch, indent + 1) }; show_tree(tree)
tokens <- function(s) regmatches(s, gregexpr("[0-9.]+|[-+*/()]", s))[[1]]; tokens("3 + 4*(2-1)")
parse_expr <- function(tk) { pos <- 1; peek <- function() if (pos <= length(tk)) tk[pos] else ""; take <- function() { t <- tk[pos]; pos <<- pos + 1; t }
  factor_ <- function() { if (peek() == "(") { take(); v <- expr(); take(); v } else as.numeric(take()) }
  term <- function() { v <- factor_(); while (peek() %in% c("*", "/")) { op <- take(); w <- factor_(); v <- if (op == "*") v * w else v / w }; v }
  expr <- function() { v <- term(); while (peek() %in% c("+", "-")) { op <- take(); w <- term(); v <- if (op == "+") v + w else v - w }; v }; expr() }
parse_expr(tokens("3 + 4*(2-1)")); parse_expr(tokens("10/4-1")); eval(parse(text = "3 + 4*(2-1)"))
to_json <- function(x) if (is.null(x)) "null" else if (is.list(x)) { if (!is.null(names(x))) paste0("{", paste(sprintf('"%s": %s', names(x), sapply(x, to_json)), collapse = ", "), "}") else paste0("[", paste(sapply(x, to_json), collapse = ", "), "]") } else if (is.character(x)) paste0('"', x, '"') else if (is.logical(x)) tolower(as.character(x)) else if (length(x) > 1) paste0("[", paste(x, collapse = ", "), "]") else as.character(x)
cat(to_json(list(name = "Ann", age = 30, tags = c(1, 2), ok = TRUE, nested = list(a = "b"))), "\n")
insert <- function(node, v) { if (is.null(node)) return(list(v = v, l = NULL, r = NULL)); if (v < node$v) node$l <- insert(node$l, v) else node$r <- insert(node$r, v); node }
root <- NULL; for (v in c(5, 3, 8, 1, 4)) root <- insert(root, v); inorder <- function(n) if (is.null(n)) c() else c(inorder(n$l), n$v, inorder(n$r)); inorder(root); str(root, max.level = 1)
graph <- list(A = c("B", "C"), B = "D", C = "D", D = character(0)); bfs <- function(g, s) { seen <- s; q <- s; while (length(q)) { n <- q[1]; q <- q[-1]; for (m in g[[n]]) if (!(m %in% seen)) { seen <- c(seen, m); q <- c(q, m) } }; seen }; bfs(graph, "A")
dfs <- function(g, n, seen = character()) { if (n %in% seen) return(seen); seen <- c(seen, n); for (m in g[[n]]) seen <- dfs(g, m, seen); seen }; dfs(graph, "A")
knap <- function(w, v, cap) { n <- length(w); K <- matrix(0, n + 1, cap + 1); for (i in 1:n) for (j in 0:cap) K[i + 1, j + 1] <- if (w[i] <= j) max(K[i, j + 1], K[i, j - w[i] + 1] + v[i]) else K[i, j + 1]; K[n + 1, cap + 1] }; knap(c(1, 3, 4, 5), c(1, 4, 5, 7), 7)
lcs <- function(a, b) { x <- strsplit(a, "")[[1]]; y <- strsplit(b, "")[[1]]; L <- matrix(0, length(x) + 1, length(y) + 1); for (i in seq_along(x)) for (j in seq_along(y)) L[i + 1, j + 1] <- if (x[i] == y[j]) L[i, j] + 1 else max(L[i, j + 1], L[i + 1, j]); L[length(x) + 1, length(y) + 1] }; lcs("AGGTAB", "GXTXAYB")
ack <- function(m, n) if (m == 0) n + 1 else if (n == 0) ack(m - 1, 1) else ack(m - 1, ack(m, n - 1)); ack(2, 3)
queens <- function(n) { sols <- 0; place <- function(r, cols) { if (r > n) { sols <<- sols + 1; return(invisible()) }; for (c in 1:n) if (!any(cols == c | abs(cols - c) == r - seq_along(cols))) place(r + 1, c(cols, c)) }; place(1, integer(0)); sols }; queens(5)
memo <- new.env(); fibm <- function(n) { key <- as.character(n); if (!is.null(memo[[key]])) return(memo[[key]]); r <- if (n < 2) n else fibm(n - 1) + fibm(n - 2); memo[[key]] <- r; r }; fibm(50); length(ls(memo))
flatten <- function(l) if (!is.list(l)) list(l) else do.call(c, lapply(l, flatten)); unlist(flatten(list(1, list(2, list(3, "x")))))
mapply(function(...) sum(...), 1:3, 4:6, 7:9); do.call(mapply, c(FUN = function(a, b) a + b, list(1:2, 3:4))); Reduce(function(f, g) function(x) g(f(x)), list(sqrt, abs, function(v) v + 1))(16); (\(x, y = 2) x^y)(3); sapply(c(first = 1, second = 2), identity); tryCatch(vapply(1:2, function(i) "a", numeric(1)), error = function(e) cat("vapply failed\n")); outer(1:3, 1:2, Vectorize(function(a, b) max(a, b))); array(1:3); local({ y <- 5; y * 2 }); nchar(sprintf("%10s", "a")); is.function(sum); class(sum); class(quote(x + y)); class(quote(x)); typeof(1:2); typeof(mean); deparse(quote(x[1] + y$z)); substitute(a + b, list(a = 1, b = quote(z))); bquote(x + .(1 + 2)); as.call(list(as.name("sum"), 1, 2)); eval(as.call(list(as.name("sum"), 1, 2))); f <- function(x) { x; function() x }; f(3)()
