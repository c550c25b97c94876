# A bank of small tasks: grades, inventory, survey; repeat, while, switch, vectors of lists.
grades <- list(Ann = c(math = 90, bio = 75), Bob = c(math = 60, bio = 88), Cid = c(math = 45, bio = 52))
g <- do.call(rbind, grades); g
avg <- rowMeans(g); avg
letter <- function(x) switch(findInterval(x, c(50, 60, 70, 80)) + 1, "F", "D", "C", "B", "A")
sapply(avg, letter)
ifelse(avg > 60, "pass", "fail")
report <- data.frame(name = names(avg), avg = avg, grade = sapply(avg, letter), row.names = NULL, stringsAsFactors = TRUE)
report; str(report); levels(report$grade)
report[report$grade %in% c("A", "B"), "name"]
report$rank <- rank(-report$avg); report[order(report$rank), c("rank", "name")]
by(report$avg, report$grade, mean)
inventory <- data.frame(item = c("pen", "book", "bag"), qty = c(10L, 3L, 0L), price = c(1.5, 12, 30))
inventory <- within(inventory, { value <- qty * price; low <- qty < 5 })
inventory
inventory[nrow(inventory) + 1, ] <- list("cap", 7L, 9.99, FALSE, 69.93)
inventory; sapply(inventory, class); colSums(inventory[c("qty", "value")])
merge(inventory[c("item", "qty")], data.frame(item = c("pen", "bag", "hat"), supplier = c("S1", "S2", "S3")), all = TRUE)
n <- 0; repeat { n <- n + 1; if (n %% 2 == 0) next; if (n > 7) break; cat(n, "") }; cat("\n")
i <- 0; while (TRUE) { i <- i + 1; if (i^2 > 50) break }; i
for (k in names(grades)) cat(k, ":", paste(names(grades[[k]]), grades[[k]], sep = "=", collapse = ", "), "\n")
set.seed(10); survey <- data.frame(sex = sample(c("F", "M"), 12, TRUE), likert = factor(sample(1:5, 12, TRUE), 1:5, c("SD", "D", "N", "A", "SA"), ordered = TRUE))
table(survey); prop.table(table(survey$sex)); summary(survey); median(as.integer(survey$likert))
survey$likert >= "N"; max(survey$likert); table(survey$likert, useNA = "ifany")
ftable(table(mtcars$cyl, mtcars$gear, mtcars$am, dnn = c("cyl", "gear", "am")))
apply(table(mtcars$cyl, mtcars$gear), 1, function(r) r / sum(r))
stack(list(a = 1:2, b = 3)); unsplit(split(1:6, c(1, 2, 1, 2, 1, 2)), c(1, 2, 1, 2, 1, 2))
x <- c(b = 2, a = 1); x[["a"]]; x[order(names(x))]; names(which(x == 2)); x["z"]; rev(x); append(x, c(z = 9), after = 1)
tryCatch({ warning("careful"); 1 }, warning = function(w) { message("got: ", conditionMessage(w)); -1 }, finally = cat("done\n"))
res <- try(log("a"), silent = TRUE); class(res); cat(res)
f <- function(x, ...) { extras <- list(...); if (length(extras)) names(extras) else "none" }; f(1); f(1, a = 2, b = 3)
g2 <- function(n = 5, verbose = FALSE) { if (verbose) cat("n is", n, "\n"); invisible(n * 2) }; g2(verbose = TRUE); print(g2(3)); do.call(g2, list(4, verbose = TRUE))
counter <- function() { n <- 0; function() { n <<- n + 1; n } }; c1 <- counter(); c1(); c1(); environment(c1)$n
Map(function(a, b) a:b, 1:2, 3:4); Reduce(`+`, 1:5, accumulate = TRUE); mapply(rep, 1:3, 3:1); rapply(list(1, "a", list(2)), function(v) v * 10, classes = "numeric", how = "unlist")
nchar(strtoi(c("077", "0xff", "10"), 10L)); seq(10, 1, by = -3); rev(seq_len(0)); numeric(0); sum(numeric(0)); max(-Inf, numeric(0))
all(logical(0)); any(logical(0)); is.null(list()); identical(c(a = 1), c(a = 1)); xor(TRUE, FALSE); isTRUE(c(TRUE, TRUE))
mat <- matrix(1:6, 2); mat[mat > 2 & mat < 6] <- 0L; mat; cbind(mat, total = rowSums(mat)); rbind(mat, colMeans(mat)); dim(t(mat)); mat[, 2, drop = FALSE]
array(1:8, c(2, 2, 2)); list(1, "a", c(1, 2))[[3]][2]; nested <- list(a = list(b = list(c = 42))); nested$a$b$c; nested[["a"]][["b"]]; modifyList(list(a = 1, b = 2), list(b = 3, d = 4))
Sys.Date() > as.Date("2020-01-01"); nchar(format(Sys.time(), "%Y-%m-%d %H:%M:%S")); class(Sys.time()); is.function(print); exists("undefined_thing"); nlevels(iris$Species)
outer(1:9, 1:9)[7, 8]; crossprod(1:3); 1:3 %o% 1:2; 1:6 %in% c(2, 4); match("c", letters); rowsum(c(1, 2, 3), c("a", "b", "a")); head(letters, -20); tail(1:10, 3); vapply(split(mtcars$mpg, mtcars$cyl), median, 0)
