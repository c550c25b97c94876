# Loops and control flow
i <- 0
repeat { i <- i + 1; if (i == 3) next; if (i > 5) break; cat("i =", i, "\n") }
while (TRUE) { i <- i - 2; if (i < 0) break }
i
for (w in c("a", "b")) for (k in 1:2) cat(w, k, " ")
cat("\n")
for (x in list(1, "a", TRUE, NULL, c(1, 2))) print(class(x))
sieve <- function(n) { p <- rep(TRUE, n); p[1] <- FALSE; for (i in 2:floor(sqrt(n))) if (p[i]) p[seq(i * i, n, by = i)] <- FALSE; which(p) }
sieve(60)
is_prime <- function(n) n > 1 && all(n %% 2:max(2, floor(sqrt(n))) != 0 | n == 2:max(2, floor(sqrt(n))))
sapply(c(1, 2, 3, 4, 17, 21), is_prime)
grade <- function(s) if (s >= 90) "A" else if (s >= 80) "B" else if (s >= 70) "C" else "F"
sapply(c(95, 83, 71, 20), grade)
op <- function(a, b, how) switch(how, add = , plus = a + b, sub = a - b, mul = a * b, stop("unknown operation: ", how))
op(1, 2, "add"); op(3, 2, "mul")
try(op(1, 2, "pow"))
switch(2, "one", "two", "three")
is.null(switch("z", a = 1))
for (n in seq(10, 1, by = -3)) cat(n, ""); cat("\n")
tt <- outer(1:5, 1:5, "*"); dimnames(tt) <- list(1:5, 1:5); tt
for (i in 1:4) cat(strrep("*", i), "\n", sep = "")
for (i in 1:3) cat(rep(" ", 3 - i), rep("*", 2 * i - 1), "\n", sep = "")
x <- c(5, 3, 8, 1, 9, 2)
bubble <- function(v) { n <- length(v); repeat { swapped <- FALSE; for (i in seq_len(n - 1)) if (v[i] > v[i + 1]) { v[c(i, i + 1)] <- v[c(i + 1, i)]; swapped <- TRUE }; if (!swapped) break }; v }
bubble(x)
total <- 0; for (v in x) total <- total + v; total
fib <- numeric(10); fib[1:2] <- 1; for (i in 3:10) fib[i] <- fib[i - 1] + fib[i - 2]; fib
vec <- c(); for (i in 1:5) vec <- c(vec, i^2); vec
do <- function(...) { a <- list(...); cat("got", length(a), "args:", names(a), "\n"); ..1 }
do(x = 1, 2, z = 3)
f <- function(x, y = x * 2, ...) { if (missing(y)) cat("y is missing\n"); x + y }
f(2); f(2, 3)
nargs_test <- function(a, b, c) nargs(); nargs_test(1, 2)
args <- function(n, ...) UseMethod("args")
(function(x) x^2)(4); (\(x, y) x + y)(1, 2)
sq <- function(x) { x^2 }
sq
Recall_fact <- function(n) if (n < 2) 1 else n * Recall(n - 1); Recall_fact(6)
invisible(5); v <- withVisible(invisible(3)); v$visible
`%+%` <- function(a, b) paste0(a, b); "foo" %+% "bar"
`second<-` <- function(x, value) { x[2] <- value; x }; y <- 1:5; second(y) <- 99L; y
ifelse(c(1, NA, 3) > 2, "big", "small")
5 %/% 2; -5 %/% 2; -5 %% 3; 5.5 %% 2; 1e10; 100000; 1e5; 123456789; 1234567890123; 0.1 + 0.2; 1/3; 1e-5; 0.0001; 22/7; TRUE + TRUE; 5L / 2L; 5L %/% 2L; class(5L * 2.0); .5 == 1/2; isTRUE(all.equal(0.1 + 0.2, 0.3)); 2^31; -7.0; c(1.5, NA, Inf, NaN); xor(TRUE, FALSE); bitwAnd(12L, 10L); as.integer(3.9); round(2.5); round(-1.567, 2); signif(123456, 2); is.na(NA + 1); NULL; integer(0); character(0); sqrt(-1)
op(1, 2, "nothing")
