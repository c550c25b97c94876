# Gradebook: data frames from scratch
set.seed(20)
grades <- data.frame(
  student = paste0("S", sprintf("%02d", 1:12)),
  section = rep(c("morning", "evening"), each = 6),
  mid = round(rnorm(12, 70, 10)),
  final = round(rnorm(12, 75, 8))
)
grades
grades$total <- 0.4 * grades$mid + 0.6 * grades$final
grades$letter <- cut(grades$total, c(0, 60, 70, 80, 90, 100), labels = c("F", "D", "C", "B", "A"), right = FALSE)
grades
table(grades$letter)
table(grades$section, grades$letter)
aggregate(total ~ section, data = grades, FUN = mean)
t.test(total ~ section, data = grades)
t.test(grades$mid, grades$final, paired = TRUE)
cor(grades$mid, grades$final)
grades[which.max(grades$total), "student"]
grades[grades$total > quantile(grades$total, .75), c("student", "total")]
grades$rank <- rank(-grades$total)
head(grades[order(grades$rank), ], 3)
summary(grades)
colnames(grades)
tapply(grades$total, grades$section, max)
stats <- sapply(grades[c("mid", "final", "total")], summary)
stats
round(stats, 1)
z <- scale(grades$total)
attributes(z)
c(z)[1:3]
curve10 <- function(x, k = 5) pmin(100, x + k)
grades <- within(grades, {
  curved <- curve10(total)
  passed <- curved >= 65
})
head(grades, 3)
sum(grades$passed); mean(grades$passed)
prop.table(table(grades$section, grades$passed), margin = 1)
grades$section <- factor(grades$section)
str(grades)
m <- lm(final ~ mid + section, grades)
summary(m)
anova(m)
long <- stack(grades[, c("mid", "final")])
dim(long); head(long, 2)
t.test(values ~ ind, long)
apply(grades[, c("mid", "final")], 1, mean)[1:4]
cat(sprintf("%s\t%.1f\t%s\n", grades$student, grades$total, grades$letter), sep = "")
cat("Best:", as.character(grades$student[grades$rank == 1]), "\n")
bonus <- data.frame(student = c("S02", "S05", "S13"), extra = c(3, 5, 1))
merge(grades[, c("student", "total")], bonus)
merge(grades[1:3, c("student", "total")], bonus, all = TRUE)
rbind(head(grades[, 1:3], 2), data.frame(student = "S99", section = "evening", mid = 50))
grades[nrow(grades):(nrow(grades) - 1), 1:4]
grades$mid[3] <- NA
colMeans(grades[, c("mid", "final")], na.rm = TRUE)
sapply(grades, function(x) sum(is.na(x)))
mean(grades$mid)
grades[["letter"]] <- NULL; ncol(grades)
unlist(lapply(split(grades, grades$section), nrow))
do.call("cbind", list(a = 1:2, b = 3:4))
nrow(unique(grades["section"]))
quantile(grades$final, seq(.1, .9, .2))
