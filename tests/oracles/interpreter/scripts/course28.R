# Gradebook project
gb <- read.table(header = TRUE, text = "
student   hw1 hw2 midterm final section
Alice      90  85      78    88       A
Bob        70  NA      65    72       B
Carmen     95 100      92    97       A
Dmitri     60  75      55    61       B
Eve        88  92      81    NA       A
")
gb
str(gb)
gb$hw <- rowMeans(gb[, c("hw1", "hw2")], na.rm = TRUE)
weights <- c(hw = .3, midterm = .3, final = .4)
gb$total <- as.vector(as.matrix(gb[names(weights)]) %*% weights)
gb
gb$final[is.na(gb$final)] <- 0
gb$total <- round(with(gb, .3 * hw + .3 * midterm + .4 * final), 1)
gb$letter <- cut(gb$total, c(0, 60, 70, 80, 90, 100), labels = c("F", "D", "C", "B", "A"), right = FALSE)
gb[, c("student", "total", "letter")]
table(gb$letter, gb$section)
table(gb$section, gb$letter, dnn = c("Section", "Grade"))
gb[order(gb$total, decreasing = TRUE), c(1, 8, 9)]
gb[gb$section == "A" & gb$total >= 80, "student"]
cat(sprintf("%-8s %6.1f  %s\n", gb$student, gb$total, gb$letter), sep = "")
aggregate(total ~ section, gb, function(x) c(mean = mean(x), sd = sd(x)))
sapply(gb[c("midterm", "final")], function(x) c(mean = mean(x), max = max(x), who = which.max(x)))
apply(gb[2:5], 1, min, na.rm = TRUE)
best <- gb[which.max(gb$total), ]; cat("Best:", best$student, "with", best$total, "\n")
curve_grades <- function(df, add = 5, col = "total") { df[[col]] <- pmin(100, df[[col]] + add); df }
curve_grades(gb)[, c("student", "total")]
long <- reshape(gb[, 1:5], direction = "long", varying = list(c("hw1", "hw2", "midterm", "final")), v.names = "score", timevar = "exam", times = c("hw1", "hw2", "midterm", "final"), idvar = "student")
head(long); dim(long); rownames(long)[1:2]
tapply(long$score, long$exam, mean, na.rm = TRUE)
with(long, tapply(score, list(student, exam), sum))
by(gb, gb$section, function(d) cat(d$section[1], ":", d$student, "\n"))
s <- split(gb, gb$section); names(s); s$B; lapply(s, function(d) mean(d$total)); sapply(s, nrow)
for (nm in names(s)) { cat("Section", nm, "\n"); print(s[[nm]][, c("student", "hw", "total")], row.names = FALSE) }
gb$rank <- rank(-gb$total); gb[c("student", "rank")]; gb <- gb[, !(names(gb) %in% c("hw1", "hw2"))]; names(gb); gb[["student"]][2]; gb[2, ]; gb[-1, 1:3]; gb[nrow(gb):1, "student"]; colnames(gb)[2] <- "mid"; head(gb, 1); summary(gb[c("mid", "total", "letter")]); quantile(gb$total, .75); gb$student[gb$letter %in% c("A", "B")]; levels(gb$letter); as.integer(gb$letter); unsplit(split(gb$total, gb$section), gb$section); do.call(rbind, lapply(s, function(d) data.frame(section = d$section[1], n = nrow(d), avg = mean(d$total)))); mapply(function(n, t) sprintf("%s:%g", n, t), gb$student, gb$total); Map(function(n, l) paste(n, l), gb$student[1:2], gb$letter[1:2]); merge(gb[1:3, c("student", "total")], data.frame(student = c("Bob", "Alice"), email = c("b@x", "a@x"))); cor(gb$mid, gb$final); colMeans(gb[c("mid", "final", "total")]); cumsum(table(gb$letter)); rev(sort(table(gb$section))); round(100 * prop.table(table(gb$section)), 1); paste0(round(100 * prop.table(table(gb$section)), 1), "%"); print(gb[0, ]); gb[gb$total > 1000, ]; is.na(gb$zzz); all(gb$total > 0); gb$student <- toupper(gb$student); gb[1:2, 1]; identical(gb, gb); attach(gb); mean(total); detach(gb); stopifnot(nrow(gb) == 5); list2 <- as.list(gb[1:2, c("student", "total")]); list2; unlist(list2); array(1:3, dimnames = list(c("a", "b", "c"))); data.matrix(gb[1:2, 1:3]); as.matrix(gb[1:2, c("mid", "final")]); rapply(list2, toupper, classes = "character", how = "replace")$student; within(gb[1:2, 1:2], mid2 <- mid^2)
