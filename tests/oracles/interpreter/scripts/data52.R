# Exam marks from text
lines <- "Name:Maths:Physics:Chemistry
Ada Lovelace:92:88:79
Alan Turing:98:91:-
Grace Hopper:85:-:90
Emmy Noether:100:97:93"
marks <- read.table(text = lines, sep = ":", header = TRUE, na.strings = "-", row.names = 1)
marks
dim(marks)
colMeans(marks, na.rm = TRUE)
round(apply(marks, 1, mean, na.rm = TRUE), 2)
marks$Average <- rowMeans(marks, na.rm = TRUE)
marks
marks[which.max(marks$Average), ]
marks[order(marks$Maths), ]
marks["Alan Turing", "Chemistry"] <- 84
cor(marks[, 1:3], use = "complete.obs")
rownames(marks) <- sub("^(\\w)\\w* (\\w+)$", "\\1. \\2", rownames(marks))
marks
t(marks)
stack(marks[1:3])
long <- data.frame(student = rep(rownames(marks), 3), stack(marks[1:3]))
names(long)[2:3] <- c("mark", "subject")
head(long)
with(long, tapply(mark, subject, range, na.rm = TRUE))
boxplot(mark ~ subject, long)
cat(sprintf("%-12s %s\n", rownames(marks), apply(marks[1:3], 1, paste, collapse = " / ")), sep = "")
pass <- marks[1:3] >= 90
pass
colSums(pass, na.rm = TRUE)
marks[rowSums(pass, na.rm = TRUE) == 3, , drop = FALSE]
ifelse(pass, "yes", "no")
max(marks[1:3], na.rm = TRUE)
which(marks == 100, arr.ind = TRUE)
sapply(marks, function(m) names(sort(setNames(m, rownames(marks)), decreasing = TRUE))[1:2])
scale(marks$Maths)
cut(marks$Average, breaks = c(80, 85, 90, 100))
mapply(function(a, b) a - b, marks$Maths, marks$Physics)
outer(marks$Maths, marks$Maths, "-")
names(marks) <- toupper(names(marks)); marks
print(summary(marks))
