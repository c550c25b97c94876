# Naive Bayes on a contingency table, a logistic regression on the same people
library(e1071)
data(Titanic)
apply(Titanic, c(2, 4), sum)
people <- as.data.frame(Titanic)
people <- people[rep(seq_len(nrow(people)), people$Freq), -5]
rownames(people) <- NULL
summary(people)
set.seed(2024)
held <- sample(nrow(people), 600)
model <- naiveBayes(Survived ~ ., data = people[-held, ])
model
guess <- predict(model, people[held, ])
table(guess, people$Survived[held], dnn = c("guess", "truth"))
logit <- glm(Survived ~ Class + Sex + Age, binomial, people[-held, ])
round(coef(summary(logit)), 3)
p <- predict(logit, people[held, ], type = "response")
rates <- tapply(p > 0.5, people$Sex[held], mean)
print(rates, digits = 3)
aggregate(as.numeric(Survived == "Yes") ~ Class + Sex, data = people, FUN = mean)
with(people, chisq.test(Class, Survived))
