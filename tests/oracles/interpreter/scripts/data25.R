# rbind and cbind
a <- data.frame(x = 1:2, y = c("p", "q"))
b <- data.frame(y = "r", x = 3L)
rbind(a, b)
rbind(a, list(9L, "z"))
rbind(a, data.frame(x = 2.5, y = NA))
rbind(a, a)
rbind(a, setNames(a, c("x", "y"))[2, ])
cbind(a, z = c(TRUE, FALSE))
cbind(a, new = 5, a)
cbind(1:3, a = 4:6)
cbind(id = 1, a)
rownames(a) <- c("one", "two")
rbind(a, three = list(3L, "s"))
rbind(a, b)
a["four", ] <- list(4L, "t")
a
a$y <- factor(a$y)
rbind(a, data.frame(x = 5L, y = "new", row.names = "five"))$y
tryCatch(rbind(data.frame(x = 1), data.frame(z = 2)), error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(data.frame(a = 1:2, b = 1:3), error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(mtcars[, "nope"], error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(mtcars[["nope"]], error = function(e) cat("E\n"))
mtcars$nope
tryCatch(a$x <- 1:7, error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(a[5:6, 9], error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(merge(a, b, by = "q"), error = function(e) cat("Error:", conditionMessage(e), "\n"))
data.frame(a = 1:4, b = c("x", "y"))
data.frame()
data.frame(x = numeric(0), y = character(0))
a[0, ]
a[, 0]
a[9, ]
a[c(TRUE, FALSE, NA), ]
data.frame(1:2, c("a", "b"))
data.frame(x = 1, x = 2)
data.frame(x = 1, x = 2, check.names = FALSE)
data.frame("my col" = 1); data.frame("my col" = 1, check.names = FALSE)
data.frame(matrix(1:4, 2)); data.frame(m = matrix(1:4, 2)); data.frame(a = 1, b = matrix(1:2, 1, dimnames = list(NULL, c("u", "v"))))
as.data.frame(matrix(1:4, 2)); as.data.frame(matrix(1:4, 2, dimnames = list(NULL, c("a", "b"))))
as.data.frame(list(a = 1:2, b = 3:4)); as.data.frame(c(a = 1, b = 2)); as.data.frame(1:2)
as.matrix(data.frame(a = 1:2, b = c("x", "y"))); data.matrix(data.frame(a = 1:2, f = factor(c("u", "v"))))
as.list(data.frame(a = 1:2, b = 3:4))
d <- data.frame(a = 1:3); d$b <- d$a^2; d[["c"]] <- letters[1:3]; d[, "d"] <- TRUE; d["e"] <- 0; d
d$a <- NULL; d[c("b", "d")] <- NULL; d; names(d); d[d$c == "b", "e"] <- 99; d; d[2, ] <- NA; d
d <- d[, c("e", "c")]; d; colnames(d)[1] <- "E"; d; is.na(d); d[is.na(d)] <- "?"; d
nrow(d); NROW(1:3); NCOL(1:3); length(d); dim(d[1]); class(d[, 1]); class(d[1]); class(d[[1]])
row.names(d) <- NULL; d; head(d, 1); identical(d, d); all.equal(d, transform(d, E = 0))
