# Lists and loops: student marks
students <- list(
  list(name = "Ann", marks = c(78, 92, 85), year = 1L),
  list(name = "Bob", marks = c(62, 58, 71), year = 2L),
  list(name = "Cleo", marks = c(95, 99, 91), year = 1L)
)
str(students)
for (s in students) {
  cat(sprintf("%-6s %5.2f %s\n", s$name, mean(s$marks), if (mean(s$marks) > 70) "pass" else "resit"))
}
avg <- vapply(students, function(s) mean(s$marks), numeric(1))
names(avg) <- sapply(students, `[[`, "name")
avg
sort(avg, decreasing = TRUE)
marks <- do.call(rbind, lapply(students, function(s) s$marks))
rownames(marks) <- names(avg)
colnames(marks) <- paste0("test", 1:3)
marks
apply(marks, 1, max)
apply(marks, 2, range)
df <- data.frame(name = names(avg), avg = avg, year = sapply(students, function(s) s$year))
df
rownames(df) <- NULL
df
df[order(-df$avg), ]
students[[2]]$marks[2] <- 60
students[[2]]
students[["x"]] <- NULL
length(students)
grouped <- split(df$avg, df$year)
grouped
sapply(grouped, mean)
mapply(function(n, a) paste(n, round(a)), df$name, df$avg)
Map(function(x, y) x + y, 1:2, 3:4)
Reduce(`+`, 1:5, accumulate = TRUE)
Filter(function(s) s$year == 1, students)[[1]]$name
nested <- list(a = 1, b = list(c = "x", d = list(e = TRUE)))
nested
unlist(nested)
rapply(list(1, 2, "a"), function(x) x * 2, classes = "numeric", how = "replace")
is.null(nested$zz)
modifyList(nested, list(a = 5))$a
stack(list(a = 1:2, b = 3:4))
