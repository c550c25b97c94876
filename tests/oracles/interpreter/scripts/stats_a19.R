# Reading data from text and reporting
txt <- "id,sex,age,weight,group
1,M,23,70.5,A
2,F,31,NA,B
3,F,27,58.2,A
4,M,45,82.0,C
5,F,38,64.3,B
6,M,29,77.7,A"
d <- read.csv(text = txt, stringsAsFactors = TRUE)
d
str(d)
summary(d)
colMeans(d[, c("age", "weight")], na.rm = TRUE)
sapply(d, class)
is.na(d$weight)
d[complete.cases(d), ]
na.omit(d)
mean(d$weight); mean(d$weight, na.rm = TRUE)
d$bmi <- with(d, weight / 1.75^2)
print(d, digits = 3)
d[order(-d$age), c("id", "age")]
subset(d, age > 28 & sex == "M", select = c(id, weight))
for (g in levels(d$group)) {
  s <- d[d$group == g, ]
  cat(sprintf("%-6s n=%d  mean age=%5.1f\n", g, nrow(s), mean(s$age)))
}
cat(rep("-", 30), "\n", sep = "")
cat(format("Name", width = 10), format("Value", width = 8, justify = "right"), "\n")
cat(formatC(c(1.5, 10.25, 100), width = 10, format = "f", digits = 2), sep = "\n")
cat("\n")
m <- sapply(split(d$age, d$sex), range)
m
format(Sys.Date(), "%Y") >= "2020"
format(1234567.891, big.mark = ",")
format(c(0.00001234, 123.4), scientific = TRUE)
format(TRUE); format(c("a", "bbb")); format(pi, digits = 3); format(2, nsmall = 2)
prettyNum(1234567, big.mark = ",")
toupper(letters[1:3]); paste("Group", 1:3, sep = "_", collapse = "|")
tb <- read.table(header = TRUE, text = "
 dose resp
 0.1  2
 0.5  7
 1.0  12
")
tb
lm(resp ~ dose, tb)
write.csv(d[1:2, ], row.names = FALSE)
write.table(tb, quote = FALSE, sep = "\t")
merge(d[, c("id", "group")], data.frame(group = c("A", "B"), label = c("ctrl", "trt")))
merge(d[, c("id", "group")], data.frame(group = c("A", "B"), label = c("ctrl", "trt")), all.x = TRUE)
wide <- reshape(data.frame(id = rep(1:2, each = 2), t = c(1, 2, 1, 2), y = c(5, 6, 7, 8)), idvar = "id", timevar = "t", direction = "wide")
wide
stack(list(a = 1:2, b = 3:4))
scan(text = "3 5 7", quiet = TRUE)
within(d, { old <- age > 30; rm(bmi) })
