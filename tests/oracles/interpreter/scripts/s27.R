# Linked data: bank simulation with S3 queue, repeat loops, sprintf tables
set.seed(11)
customers <- data.frame(id = 1:6, arrive = cumsum(round(rexp(6, 1/3), 1)), service = round(runif(6, 1, 4), 1))
customers
sim <- function(df) { free <- 0; out <- df; out$start <- NA; out$end <- NA; for (i in seq_len(nrow(df))) { out$start[i] <- max(free, df$arrive[i]); free <- out$start[i] + df$service[i]; out$end[i] <- free }; out$wait <- out$start - out$arrive; out }
r <- sim(customers); r
cat(sprintf("%-3s %7s %7s\n", "id", "wait", "end")); cat(sprintf("%-3d %7.2f %7.2f\n", r$id, r$wait, r$end), sep = "")
summary(r$wait); mean(r$wait); max(r$end)
new_queue <- function() structure(list(items = list()), class = "queue")
enqueue <- function(q, x) UseMethod("enqueue"); enqueue.queue <- function(q, x) { q$items <- append(q$items, list(x)); q }
dequeue <- function(q) { v <- q$items[[1]]; q$items <- q$items[-1]; list(value = v, queue = q) }
print.queue <- function(x, ...) cat("<queue of", length(x$items), "items>\n")
length.queue <- function(x) length(unclass(x)$items)
q <- new_queue(); q <- enqueue(q, "a"); q <- enqueue(q, 2); q; length(q); d <- dequeue(q); d$value; d$queue
summary.queue <- function(object, ...) structure(list(n = length(object)), class = "summary.queue"); print.summary.queue <- function(x, ...) cat("n =", x$n, "\n"); summary(q)
as.character.queue <- function(x, ...) paste0("q", length(x)); as.character(q)
"[.myvec" <- function(x, i) structure(unclass(x)[i], class = "myvec"); v <- structure(1:5, class = "myvec"); print.myvec <- function(x, ...) cat("myvec:", unclass(x), "\n"); v[2:3]; v
Ops.money <- function(e1, e2) { r <- get(.Generic)(unclass(e1), unclass(e2)); if (.Generic %in% c("+", "-", "*", "/")) structure(r, class = "money") else r }
print.money <- function(x, ...) cat("$", format(unclass(x), nsmall = 2), "\n"); m <- structure(5, class = "money"); m + m; m * 3; m > 2
Math.money <- function(x, ...) structure(get(.Generic)(unclass(x), ...), class = "money"); round(structure(2.567, class = "money"), 1)
mean.money <- function(x, ...) "mean!"; mean(m); format.money <- function(x, ...) paste0("$", unclass(x)); format(m)
seq_gen <- function(n) { i <- 0; list(nxt = function() { if (i >= n) return(NULL); i <<- i + 1; i^2 }) }; g <- seq_gen(3); while (!is.null(v <- g$nxt())) cat(v, ""); cat("\n")
acc <- numeric(0); repeat { acc <- c(acc, length(acc)^2); if (sum(acc) > 20) break }; acc
x <- c(b = 2, a = 1); x[["a"]]; x[order(names(x))]; within(data.frame(a = 1:2), b <- a + 1)
mat <- sapply(1:3, function(i) sapply(1:3, function(j) i * j)); dimnames(mat) <- list(letters[1:3], LETTERS[1:3]); mat; mat["b", ]; mat[mat > 3]
vapply(split(1:6, c(1, 1, 2, 2, 3, 3)), sum, numeric(1)); unlist(list(a = 1, b = list(c = 2, d = 3))); nchar("")
is.na(list(1, NA, "a")); rev(NULL); max(-Inf, NA, na.rm = TRUE); sum(NULL); paste(character(0), collapse = "+"); identical(list(1), list(1)); seq(5); seq(2, 11, 3); rep(c("x", "y"), times = c(2, 1)); rev(seq_len(3)); numeric(3); character(2); logical(2); vector("list", 2); integer(0); is.null(list()); length(NULL); 5 %in% NULL
