# Titanic style feature engineering with strings, dates and factors
passengers <- data.frame(
  name = c("Braund, Mr. Owen", "Cumings, Mrs. John", "Heikkinen, Miss. Laina", "Allen, Mr. William",
           "Moran, Mr. James", "Palsson, Master. Gosta", "Johnson, Mrs. Oscar", "Nasser, Mrs. Nicholas"),
  age = c(22, 38, 26, 35, NA, 2, 27, 14),
  fare = c(7.25, 71.2833, 7.925, 8.05, 8.4583, 21.075, 11.1333, 30.0708),
  sex = c("male", "female", "female", "male", "male", "male", "female", "female"),
  survived = c(0, 1, 1, 0, 0, 0, 1, 1))
passengers$title <- gsub("(.*, )|(\\..*)", "", passengers$name)
table(passengers$title, passengers$sex)
passengers$surname <- sapply(strsplit(passengers$name, ","), `[`, 1)
passengers$age[is.na(passengers$age)] <- median(passengers$age, na.rm = TRUE)
passengers$child <- ifelse(passengers$age < 18, "child", "adult")
passengers$fareband <- cut(passengers$fare, quantile(passengers$fare, 0:4 / 4), include.lowest = TRUE)
passengers[, c("surname", "title", "age", "child", "fareband")]
levels(passengers$fareband)
aggregate(survived ~ sex + child, passengers, mean)
str(passengers)
summary(passengers)
dummies <- model.matrix(~ title + sex - 1, passengers)
dummies
attr(dummies, "assign")
one_hot <- sapply(unique(passengers$title), function(t) as.integer(passengers$title == t))
colSums(one_hot)
passengers$id <- sprintf("P%03d", seq_len(nrow(passengers)))
head(passengers[order(-passengers$fare), c("id", "fare")], 3)
cat(paste0(toupper(substr(passengers$sex, 1, 1)), passengers$age, collapse = ", "), "\n")
with(passengers, tapply(fare, list(sex, child), max))
sapply(passengers, class)
lapply(split(passengers$fare, passengers$sex), summary)
do.call(rbind, lapply(split(passengers, passengers$sex), function(d) data.frame(n = nrow(d), fare = sum(d$fare))))
stack(list(a = 1:2, b = 3:4))
unsplit(split(passengers$age, passengers$sex), passengers$sex)
