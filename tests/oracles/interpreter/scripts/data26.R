# Survey with Likert items
set.seed(1)
items <- c("strongly disagree", "disagree", "neutral", "agree", "strongly agree")
survey <- data.frame(resp = 1:20,
                     age = sample(18:65, 20, TRUE),
                     sex = factor(sample(c("F", "M"), 20, TRUE)),
                     q1 = factor(sample(items, 20, TRUE), levels = items, ordered = TRUE),
                     q2 = factor(sample(items, 20, TRUE, prob = c(1, 1, 2, 4, 2)), levels = items, ordered = TRUE),
                     q3 = factor(sample(c(items, NA), 20, TRUE), levels = items, ordered = TRUE))
survey
str(survey)
summary(survey)
sapply(survey[4:6], as.integer)[1:5, ]
survey$score <- rowMeans(sapply(survey[c("q1", "q2", "q3")], as.integer), na.rm = TRUE)
print(survey[, c("resp", "score")], digits = 3)
table(survey$q1)
table(survey$sex, survey$q2)
round(100 * prop.table(table(survey$q1)), 1)
sapply(survey[4:6], table)
t(sapply(survey[c("q1", "q2", "q3")], function(q) prop.table(table(q))))
tapply(as.integer(survey$q1), survey$sex, median)
sum(survey$q1 >= "agree")
mean(survey$q2 > "neutral")
survey$ageband <- cut(survey$age, c(17, 29, 44, 65), labels = c("18-29", "30-44", "45-65"))
xtabs(~ ageband + sex, survey)
ftable(survey[c("sex", "ageband", "q1")])
aggregate(score ~ ageband + sex, survey, mean)
aggregate(score ~ ageband, survey, function(s) c(n = length(s), mean = mean(s)))
quantile(survey$q1, 0.5, type = 1)
levels(survey$q2) <- c("--", "-", "o", "+", "++")
table(survey$q2)
survey$q3b <- survey$q3
levels(survey$q3b) <- c("neg", "neg", "neu", "pos", "pos")
table(survey$q3, survey$q3b)
table(survey$q3b, useNA = "ifany")
is.ordered(survey$q3b)
survey[survey$q1 == "strongly agree" | is.na(survey$q3), c("resp", "q1", "q3")]
cor(as.integer(survey$q1), as.integer(survey$q2), method = "spearman")
by(survey$score, survey[c("sex")], mean)
barplot(table(survey$sex, survey$q1), beside = TRUE, legend = TRUE)
with(survey, tapply(score, list(ageband, sex), length))
with(survey, table(age > 40, sex, dnn = list("over 40", "sex")))
rapply(survey[1:2], mean, how = "list")
