Map(function(x, ...) nargs(), 1:3, 2)
Reduce(function(a, b) a * b, 1:5, accumulate = TRUE)
Reduce(function(a, b) paste0(a, b), letters[1:4], accumulate = TRUE, right = TRUE)
Reduce(`+`, list(1, 2, 3), accumulate = TRUE)
Reduce(`+`, list(1:3, 4:6, 7:9))
x <- Reduce(`+`, c(2147483647L, 1L, 2L)); x
Reduce(`/`, 5:1, accumulate = TRUE)
Reduce(`^`, c(2, 3, 2), right = TRUE)
Reduce("+", 1:3, 10, accumulate = TRUE)
c(1L, NA, 3L) + 1L
c(1L, NA, 3L) * c(2L, 3L, NA)
c(2147483647L, 1L) + 1L
c(-2147483647L, NA) - 1L
c(-2147483647L, NA) - 0L
c(1L, 2L) / 2L
c(1L, 2L) == 2L; c(1L, NA) < 2; c(1, NaN, NA) > 2
c(1, NA, NaN) + NaN; c(1, NA, NaN) + NA; c(NA, NaN) + c(NaN, NA)
c(Inf, 1) - c(Inf, 1); 1 / c(0, -0); 0 / c(1, 0)
m <- matrix(1:4, 2); m + 1L; m * 2; m == t(m); m - m; m + c(1, 2, 3, 4)
x <- c(a = 1, b = 2); x + 1; x + c(c = 3, d = 4); x * c(1, 2); 2 - x; x > 1
y <- c(z = 5); y + 1; 1 - y; y + c(1, 2)
d <- as.Date("2024-01-01") + 0:2; d; d > as.Date("2024-01-01"); diff(d)
factor(c("a", "b")) == "a"
numeric(0) + 1; integer(0) + 1L; 1:3 + numeric(0)
f <- function(x, n = length(x)) { x <- c(x, 0); n }; f(1:3)
f <- function(x) { i <<- 9; x }; i <- 1; f(i)
f <- function(a, ...) { b <- list(...); length(b) }; f(1, 2, z = 3); f(z = 3, a = 1); f()
f <- function(value, verbose = FALSE) if (verbose) -value else value; f(2, ver = TRUE); f(val = 3); f(verbose = TRUE, 4)
f <- function(a, b) { if (missing(b)) "none" else b }; f(1); f(1, 2); f(, 3); f(b = 4)
g <- function(x) missing(x); h <- function(y) g(y); h(); h(1)
f <- function(x, y) { x; substitute(y) }; f(1, a + b); f(2, 3)
f <- function(n) { on.exit(cat("left", n, "\n")); if (n > 0) f(n - 1) else 0 }; f(2)
f <- function(x, y = x * 2) { x <- 10; y }; f(1)
lapply(1:2, function(i) function() i)[[1]]()
adders <- lapply(1:3, function(i) function(x) x + i); adders[[2]](10)
sapply(c(a = 1, b = 2), function(v, k) v * k, k = 3); sapply(list(), length); vapply(1:3, function(i) i / 2, 0)
sapply(1:3, function(i) if (i == 2) NULL else i); sapply(letters[1:2], nchar); mapply(rep, 1:3, 3:1)
Map(function(x, y) x + y, c(a = 1, b = 2), 3); Map(`+`, 1:2, 3:4); mapply(function(x, p) x^p, 2:3, MoreArgs = list(p = 2))
Map(function(f, x) f(x), list(sqrt, abs), list(4, -2))
tryCatch(Map(function(x) stop("no"), 1:2), error = function(e) conditionMessage(e))
e <- new.env(); lockBinding("k", { assign("k", 1, e); e }); tryCatch(assign("k", 2, e), error = function(err) conditionMessage(err))
f <- function(x = x) x; tryCatch(f(), error = function(e) conditionMessage(e))
w <- function(e) tryCatch(e, warning = function(w) print(conditionMessage(w)))
w(c(2147483647L, 1L) + 1L); w(c(-2147483647L, NA) - 1L); w(Reduce(`+`, c(2147483647L, 1L))); w(c(1, 2) + c(1, 2, 3)); w(2147483647L * 2L)
x <- numeric(0); for (i in 1:20) { x[i] <- i^2; if (i == 10) y <- x }; x; y; y[11] <- -1; x[11]; y
l <- list(); for (i in 1:12) { l[[i]] <- i; if (i == 5) k <- l }; k[[6]] <- "k"; l[[6]]; length(k); str(l[9:12])
s <- character(); for (w in c("a", "b", "c")) s[length(s) + 1] <- w; t <- s; s[4] <- "d"; t; s
f <- function(v) { v[length(v) + 1] <- 0; v }; x <- c(1, 2); x[3] <- 3; f(x); x; x[4] <- 9; f(x); x
x <- 1:3; x[4] <- 4L; z <- x[1:2]; x[5] <- 5L; z[3] <- 99L; x; z; b <- c(TRUE, NA); b[3] <- FALSE; b[2]; b[3]
x <- 1; x[2] <- 2; x[4] <- 4; x; x[[5]] <- 5; x; l <- list(1); l[[3]] <- "c"; length(l); is.null(l[[2]])
l <- list(a = 1); l$a <- NULL; length(l); l$b <- list(); l$b$c <- 1:2; l$b$c[2] <- 5L; str(l); v <- c(a = 1); v$b <- 2; str(v)
e <- new.env(); e$n <- 0; for (i in 1:3) e$n <- e$n + i; e$n; g <- function() { e$n <- 10; l$a <- 7; l$a }; g(); e$n; l$a
d <- data.frame(a = 1:2); d$a <- c(5, 6); d$b <- 1; d; d[2, "a"] <- 0; d[["a"]][1] <- 9; d$a
m <- matrix(1:4, 2, dimnames = list(c("r", "s"), NULL)); m["r", 1]; m[2, 2]; m[1, 2] <- 9L; m; m[1, 1]; n <- m; n[1, 1] <- 0L; m[1, 1]
x <- c(a = 1, b = 2); x[1]; x["b"]; x[["b"]]; x[[2]]; c(1, NA, 3)[2]; c("a", NA)[2]; c(TRUE, NA)[1]; (1:3)[5]; list(1, "a")[[2]]
h <- function(...) c(...)[2]; h(1, 5); h2 <- function(x, ...) x[...]; h2(1:3, 2); m <- matrix(1:6, 2); h2(m, 1, 3); h2(m, 2, )
c(1L, 2L); c(1L, 2.5); c(); c(1, 2, TRUE); c(a = 1, 2); c("a", 1); c(c(1, 2), 3)
m <- matrix(1:6, 2, dimnames = list(c("a", "b"), c("x", "y", "z"))); m[1, ]; m[, 2]; m[2, ][["y"]]; m["a", ]; m[3 - 1, ]; m[, -1]; m[, 1, drop = FALSE]
n <- matrix(c(1.5, 2, 3, 4), 2); r <- n[1, ]; n[1, 1] <- 9; r; n[1, ]; n[, 2]; n[0, ]; n[NA, ]; n[1.9, ]
o <- matrix(1:3, 1, dimnames = list("a", c("x", "y", "z"))); o[1, ]; o[, 2]; p <- matrix(1:3, 3); p[2, ]; p[, 1]; k <- matrix(list(1, "a", 2, "b"), 2); k[1, ]
s <- matrix(letters[1:4], 2); s[1, ]; s[, 2]; l <- matrix(c(TRUE, NA, FALSE, TRUE), 2); l[2, ]; t <- table(c(1, 1, 2), c("u", "v", "u")); t[1, ]; t[, "u"]
d <- data.frame(a = 1:2, b = c("x", "y")); d[1, ]; d[, 1]; d[, 2]; a <- array(1:8, c(2, 2, 2)); tryCatch(a[1, ], error = function(e) cat(conditionMessage(e), "\n"))
q <- matrix(1:4, 2, dimnames = list(NULL, c("x", "y"))); q[1, ]; q[, 1]; w <- matrix(1:4, 2, dimnames = list(rows = c("p", "q"), NULL)); w[1, ]; w[, 2]
x <- c(1, 2, 3); x^2; (1:3)^2; x^2L; matrix(x, 1)^2; c(a = 2)^2; c(NA, NaN, Inf)^2; x^3; x^0.5; 2^x; x^x; (-x)^2; TRUE^2; c(TRUE, FALSE)^2; numeric(0)^2
set.seed(1); runif(1); runif(3); runif(2, 5, 6); runif(n = 1, max = 3); rnorm(2); rnorm(1, 5, 2); rnorm(2, sd = 3); rexp(2); rexp(1, 3)
sample(5); sample(1:6, 1); sample(6, 2); sample(c("a", "b", "c"), 2, replace = TRUE); sample(c(TRUE, FALSE), 1); sample(10, 3, TRUE); sample(c(a = 1, b = 2), 1)
sample(3.7, 2); sample(x = 5, size = 2); sample(letters, 3); sample(1:3, replace = T); sample(c(0.5, 1.5), 5, repl = TRUE); sample(4, 0); sample(factor(c("u", "v")), 1)
tryCatch(sample(3, 5), error = function(e) print(e)); tryCatch(runif(-1), error = function(e) print(e)); tryCatch(rnorm(1, 0, -1), warning = function(w) print(w))
runif(2, 3, 3); rnorm(1, NA); rnorm(3, 1:3); runif(c(1, 2)); rnorm(0); sample(5, 2, prob = 1:5); rnorm(1L); f <- function(...) rnorm(...); f(2, 10); f(1, sd = 0)
x <- c(2, 4, 8); g <- function(n) sample(x, n, replace = TRUE); g(2); replicate(3, mean(sample(x, replace = TRUE))); rnorm(n = 2, 1); rnorm(mean = 3, 1); set.seed(2); runif(1); sample(2)
runif <- function(n) 7; runif(1); rm(runif); runif(1) < 1; sapply(1:2, rnorm); do.call(rnorm, list(1, 2)); sapply(c(1, 2), function(m) rnorm(1, m))
paste0("a", 1); paste("a", 1L, 2.5); paste0(1e5); paste0(100000L); paste0(99999, -3, TRUE, NA, NULL); paste("a", character(0)); paste0("a", 1:2); paste0(-0.0); paste(); paste0("x"); paste0(1e15, 0.1, 1/3)
sprintf("%d: %.2f", 1L, 2/3); sprintf("%d", 3); sprintf("%5.1f|%-8s|%08.3f|%+d|%e|%g", pi, "ab", pi, 5L, 12345.678, 1e-5); sprintf("%s is %d%%", "x", 5L); sprintf("%s", 1.5); sprintf("%s", 2); sprintf("%d", 1:2)
sprintf("%5s|%-5s|%.1s", "é", "b", "cd"); sprintf("%s", TRUE); sprintf("%d", TRUE); tryCatch(sprintf("%d", 1.5), error = function(e) conditionMessage(e)); sprintf("%s and %s", "a", c("x", "y")); sprintf("%%"); sprintf("no"); sprintf("%f", NaN); sprintf("%f", 1L); sprintf("%x", 255L); sprintf("%s", NA); sprintf("% d", 4L); sprintf("%05d", 42L); sprintf("%3d.", 7L); sprintf("%G", 1e-10); sprintf("%i", 3L); sprintf("%*d", 5, 42L); sprintf("%2$s %1$s", "a", "b"); sprintf("%.3s", "abcdef"); sprintf("%10.3e", 1234.5); sprintf("%g", 1e6); sprintf("%g", 123456789); sprintf("%.0f", 2.5); sprintf("%5.2f%%", 45.678)
substr("hello", 2, 3); substr("hello", 0, 2); substr("hello", 4, 9); substr("hello", 3, 2); substr("héllo", 2, 2); substr(c("ab", "cd"), 1, 1); substr(12345, 2, 3); substr("abc", 1.9, 2.9); substr(NA, 1, 2); nchar("héé"); nchar(""); nchar(123); nchar(NA); nchar(c("a", "bb"))
as.character(5L); as.character(5); as.character(1e5); as.character(1e6L); as.character(0.1); as.character(TRUE); as.character("q"); as.character(123456L); as.character(-2); as.character(c(1, 2))
is.null(NULL); is.null(1); is.null(list()); is.na(1); is.na(NaN); is.na("a"); is.na(NA); is.na(c(1, NA)); is.na(NULL); m <- matrix(1:6, 2); nrow(m); ncol(m); nrow(1:3); ncol(data.frame(a = 1:2, b = 3)); nrow(array(1:8, c(2, 2, 2)))
A <- matrix(c(1.5, 2, 3, 4), 2); t(A); A %*% A; A %*% c(1, 2); c(1, 2) %*% A; c(1, 2) %*% t(c(1, 2)); t(1:3); t(m); tryCatch(A %*% c(1, 2, 3), error = function(e) print(e)); m %*% t(m); rownames(A) <- c("a", "b"); A %*% A; t(A)
exp(c(0, 1, NaN)); exp(matrix(0, 1, 2)); sqrt(c(4, 9)); sqrt(c(a = 4)); tryCatch(sqrt(c(-1, 4)), warning = function(w) print(conditionMessage(w))); exp(c(800, -800)); exp(1:2); tanh(c(0.5, 2)); exp(c(x = 1, y = NA)); sqrt(c(Inf, 0))
seq_len(3); seq_len(0); seq_len(1); for (i in seq_len(2)) print(i); tryCatch(seq_len(-1), error = function(e) cat(conditionMessage(e), "\n")); max(c(1, 3, 2)); min(c(1, NA)); max(c(NaN, 1)); max(1:3); max(c(a = 2)); max(c("a", "b")); min(c(2, 1), 0); max(c(Inf, 1)); tryCatch(max(numeric(0)), warning = function(w) print(conditionMessage(w)))
sum(c(TRUE, FALSE, TRUE)); sum(c(TRUE, NA)); sum(logical(0)); sum(c(a = TRUE)); sum(TRUE); str(sum(c(TRUE, TRUE))); c("a", "b"); c("a", NA); c("a", 1); 1:3; 3:1; 1.5:4; 2:2; 0:-2; -1:1; 1:2.9; str(1:1); tryCatch(1:NA, error = function(e) print(e)); 1e9:(1e9 + 1); x <- 5; 1:x; x:1; c(as.character(1:2), "z")
x <- c(5, 6, 7, 8); x[-1]; x[-4]; x[-5]; x[c(TRUE, FALSE, NA, TRUE)]; x[x > 6]; x[x > 100]; x[2:3]; x[c(1, 4)]; x[c(2.9, 1.1)]; x[c(0, 1)]; x[c(1, 9)]; x[c(-1, -2)]; x[c(TRUE, FALSE)]; x[NULL]; x[NA]; x[-1.5]; x[integer(0)]
n <- c(a = 1, b = 2, c = 3); n[-1]; n[n > 1]; n[2:3]; n[n > 9]; n[c("a", "c")]; n[-3][1]; f <- factor(c("u", "v", "u")); f[2:3]; f[f == "u"]; f[-1]; d <- as.Date("2024-01-01") + 0:2; d[2:3]; d[-1]; s <- letters[1:4]; s[-1]; s[s > "b"]; s[c(TRUE, FALSE, TRUE, FALSE)]
l <- list(1, "a", c(1, 2)); l[[1]]; l[[3]]; l[-1]; l[2:3]; k <- list(a = 1, b = list(c = 2)); k[["a"]]; k[["b"]][["c"]]; k[["zz"]]; k[[2]]$c; tryCatch(l[[9]], error = function(e) print(conditionMessage(e))); z <- l[[3]]; z[1] <- 99; l[[3]]; l[[3]][2] <- 7; z; l[[3]]
e <- new.env(); e[["v"]] <- c(1, 2); w <- e[["v"]]; w[1] <- 50; e[["v"]]; e[["none"]]; e$v[2] <- 9; w; e[["v"]]; assign("p", 3, e); e[["p"]]; delayedAssign("q", 4, assign.env = e); e[["q"]]; m <- matrix(1:4, 2); m[-1]; m[m > 2]; m[2:3]; t <- table(c("a", "b", "a")); t[-1]; t[["a"]]; t[t > 1]; (1:5)[-2]; c(TRUE, NA)[-1]; c("a", NA)[-1]; c(NA, 2)[-1]
o <- structure(list(n = 1), class = "acc"); add <- function(o, v) UseMethod("add"); add.acc <- function(o, v) { o$n <- o$n + v; o }; unclass(add(o, 2)); "$<-.acc" <- function(x, name, value) { cat("set", name, "\n"); y <- unclass(x); y[[name]] <- value; structure(y, class = "acc") }; unclass(add(o, 3)); "[<-.acc" <- function(x, i, value) { cat("part", i, value, "\n"); x }; o["n"] <- 5; rm("$<-.acc"); o$n <- 8; o$n
tryCatch(sprintf("%9000s", ""), error = function(e) cat(conditionMessage(e), "\n")); sprintf("%05.2d", 7L); sprintf("%+5.0d|", 0L); sprintf("%-+5d|%+.1f|% .2e", 3L, 2, 10); sprintf("%05s", "a"); sprintf("%.10f", 1 / 3); sprintf("%100d", 1L)
