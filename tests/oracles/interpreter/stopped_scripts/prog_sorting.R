# sorting algorithms with counters & printing traces
selection_sort <- function(x, trace = FALSE) {
  n <- length(x)
  for (i in seq_len(n - 1)) {
    k <- which.min(x[i:n]) + i - 1
    if (k != i) x[c(i, k)] <- x[c(k, i)]
    if (trace) cat("pass", i, ":", x, "\n")
  }
  x
}
selection_sort(c(29, 10, 14, 37, 13), TRUE)
heapify <- function(v, n, i) { l <- 2 * i; r <- l + 1; m <- i; if (l <= n && v[l] > v[m]) m <- l; if (r <= n && v[r] > v[m]) m <- r; if (m != i) { t <- v[i]; v[i] <- v[m]; v[m] <- t; v <- heapify(v, n, m) }; v }
heapsort <- function(v) { n <- length(v); for (i in (n %/% 2):1) v <- heapify(v, n, i); for (i in n:2) { t <- v[1]; v[1] <- v[i]; v[i] <- t; v <- heapify(v, i - 1, 1) }; v }
heapsort(c(12, 11, 13, 5, 6, 7))
counting_sort <- function(v) { rng <- range(v); rep(seq(rng[1], rng[2]), tabulate(v - rng[1] + 1, diff(rng) + 1)) }
counting_sort(c(4, 2, 2, 8, 3, 3, 1))
radix <- function(v) { e <- 1; while (any(v %/% e > 0)) { v <- v[order((v %/% e) %% 10)]; e <- e * 10 }; v }
radix(c(170, 45, 75, 90, 802, 24, 2, 66))
shell <- function(x) { gap <- length(x) %/% 2; while (gap > 0) { for (i in (gap + 1):length(x)) { t <- x[i]; j <- i; while (j > gap && x[j - gap] > t) { x[j] <- x[j - gap]; j <- j - gap }; x[j] <- t }; gap <- gap %/% 2 }; x }
shell(c(23, 12, 1, 8, 34, 54, 2, 3))
people <- data.frame(name = c("Al", "Bo", "Cy", "Di"), age = c(30, 25, 30, 25), h = c(1.8, 1.7, 1.6, 1.75))
people[order(people$age, people$name), ]; people[order(-people$age, people$h), ]; people[order(people$name, decreasing = TRUE), ]; people[do.call(order, people[c("age", "h")]), ]; people[with(people, order(age, -h)), "name"]
sort(c(b = 2, a = 1, c = 3)); sort(c("b10", "b2", "a1")); sort(c("_x", "B", "a", "A", "b", "1")); order(c(3, 1, 2, 1)); rank(c(3, 1, 2, 1)); rank(c(3, 1, 2, 1), ties.method = "min"); rank(c(3, 1, 2, 1), ties.method = "first"); rev(sort(c(2, 3, 1))); sort(factor(c("lo", "hi", "mid"), levels = c("lo", "mid", "hi"))); order(c("x", "y", "x"), c(2, 1, 1)); sort(c(TRUE, FALSE, TRUE)); is.unsorted(c(1, 3, 2)); sort(c(3, NA, 1)); sort(c("banana", "Apple", "cherry"), method = "radix"); order(c(2, 2, 1), decreasing = TRUE); order(c("b", "a"), c(1, 2), decreasing = c(TRUE, FALSE), method = "radix"); sort.int(c(3, 1, 2), index.return = TRUE); rev(list(1, "b")); sort(c(2.5, -1, 10), decreasing = TRUE)[1:2]; names(sort(table(c("x", "y", "y", "z", "z", "z")), decreasing = TRUE)); sort(table(c("x", "y", "y")), decreasing = TRUE); which(order(c(5, 3, 4)) == 1); cummin(c(3, 1, 2)); match(c("b", "z"), letters); order(nchar(c("ccc", "a", "bb"))); strs <- c("delta", "Alpha", "charlie", "Bravo"); strs[order(tolower(strs))]; sort(strs); vapply(split(people$h, people$age), max, 0); unsplit(split(1:4, c(1, 2, 1, 2)), c(1, 2, 1, 2)); mapply(rep, x = 1:3, times = 3:1); nchar(sort(c("bb", "a"))); xtfrm(c(3, 1)); quantile(c(1, 5, 2, 8), 0.5, names = FALSE); tail(sort(c(5, 9, 1)), 1); max(c("apple", "pear")); range(c("b", "a", "c")); min(integer(0))
