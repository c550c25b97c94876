x <- c(1, 2, 3); y <- x; x[2] <- 5; y
f <- function(v) { v[1] <- 9; v }; x <- c(1, 2); f(x); x
l <- list(); for (i in 1:3) l[[length(l) + 1]] <- i; m <- l; l[[1]] <- "a"; m[[1]]; length(l)
kept <- NULL; length.foo <- function(x) { kept <<- x; 7L }; x <- structure(c(1, 2), class = "foo"); length(x); x[1] <- 5; unclass(kept)
l <- list(a = 1); k <- l; l$a <- 2; k$a; l$b <- 3; names(l)
.Machine$integer.max + 1L
x <- 2147483647L; y <- x + 1L; y
x <- NA_real_; x > 1; x == x; NaN < 1; y <- x * 2; y
TRUE + TRUE; x <- TRUE; y <- x * 2L; y
x <- 5L; y <- x / 2L; y; x %/% 2L; x %% 0L; x %% 0; -5 %% 3; -5L %/% 3L
x <- 2; y <- x ^ 10; y; x ^ -Inf; 5 %% Inf
c(1, 2L); c(1L, 2L); c(c(1, 2), 3L, 4); c(1, NA); c(1L, NA)
x <- 1:3; x[2] <- 2.5; x; x[5] <- 1; x
x <- c(a = 1); x[2] <- 3; x
m <- matrix(0, 2, 2); m[2, 1] <- 4; m[1, 2] <- 5L; m; m[2, 2] <- "z"; m
m <- matrix(1:4, 2); k <- m; m[1, 1] <- 9L; k
x <- c(1, 2, 3); x[0] <- 9; x[1.9] <- 7; x
Reduce(`+`, 1:5, accumulate = TRUE); Reduce(`-`, c(10, 2, 3), right = TRUE); Reduce(`+`, list())
unlist(list(1L, 2.5, TRUE)); unlist(list(1, "a")); unlist(list(c(a = 1), 2))
as.numeric(c("1e3", " 2 ", "-.5")); as.integer(c("3", "4.9"))
as.numeric(c("1", "x"))
sum(c(1, NA)); sum(c(NaN, 1)); mean(c(NA, 1)); sum(); mean(numeric(0)); sum(c(1, 2), 3)
cor(cbind(a = c(1, 2, 3), b = c(2, 4, 7))); cov(c(1, 2, 4), c(3, 1, 2))
c(1, 2, 3) + c(1, NA, NaN); c(NA, 1) * 2; 1 / c(0, -0); c(Inf, 1) - Inf
for (i in c(TRUE, FALSE, NA)) print(i); for (i in list(1, "a")) print(i)
for (s in factor(c("u", "v"))) print(s)
g <- function() { for (i in 1:3) if (i == 2) return(i); 9 }; g()
h <- function(n) { s <- 0; while (TRUE) { s <- s + n; if (s > 5) break }; s }; h(2)
sort(c("b", "A", "a", "B", "_x", "10", "é", "f")); order(c("zebra", "Apple", "mango"))
identical(c(1, NaN), c(1, NA)); identical(0, -0); identical("a", "a")
