# Student grades: reading csv text, factors, cut, aggregate
txt <- "id,name,group,midterm,final
1,Anna,A,78,85
2,Ben,B,65,70
3,Cleo,A,92,95
4,Dan,C,55,NA
5,Eve,B,81,79
6,Finn,C,70,66
7,Gus,A,NA,88
8,Hana,B,90,93"
grades <- read.csv(text = txt, stringsAsFactors = TRUE)
str(grades)
summary(grades)
dim(grades)
names(grades)
grades$total <- with(grades, 0.4 * midterm + 0.6 * final)
grades
mean(grades$total, na.rm = TRUE)
grades$letter <- cut(grades$total, breaks = c(0, 60, 70, 80, 90, 100),
                     labels = c("F", "D", "C", "B", "A"), right = FALSE)
table(grades$letter, useNA = "ifany")
levels(grades$group)
aggregate(total ~ group, data = grades, FUN = mean)
aggregate(cbind(midterm, final) ~ group, data = grades, FUN = mean)
aggregate(grades$final, by = list(Group = grades$group), FUN = mean, na.rm = TRUE)
tapply(grades$final, grades$group, mean, na.rm = TRUE)
sapply(split(grades$total, grades$group), function(x) round(mean(x, na.rm = TRUE), 2))
by(grades[, c("midterm", "final")], grades$group, colMeans, na.rm = TRUE)
ordered <- grades[order(-grades$total, grades$name), c("name", "total", "letter")]
print(ordered, row.names = FALSE)
head(ordered, 3)
complete <- grades[complete.cases(grades), ]
nrow(complete)
cor(complete$midterm, complete$final)
for (g in levels(grades$group)) {
  sub <- subset(grades, group == g & !is.na(total))
  cat(sprintf("Group %s: n = %d, best = %s (%.1f)\n", g, nrow(sub),
              sub$name[which.max(sub$total)], max(sub$total)))
}
quantile(grades$final, na.rm = TRUE)
with(grades, table(group, letter))
round(prop.table(table(grades$group)), 3)
grades[is.na(grades$final), "final"] <- mean(grades$final, na.rm = TRUE)
grades$final
colMeans(grades[, c("midterm", "final")], na.rm = TRUE)
apply(grades[, c("midterm", "final")], 1, max)
