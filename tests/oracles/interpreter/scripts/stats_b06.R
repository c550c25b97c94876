# Data handling before the statistics
df <- read.table(text = "name  height weight sex
Anna   165   58.5  F
Bob    180   81.2  M
Carla  172   NA    F
Dieter 178   75.0  M
Eva    160   52.3  F", header = TRUE, stringsAsFactors = FALSE)
df; str(df); dim(df); sapply(df, class); summary(df)
df$bmi <- round(df$weight / (df$height / 100)^2, 1); df
df[df$sex == "F" & !is.na(df$weight), ]
df[["name"]][2]; df$height[df$name == "Eva"]; df[2, "weight"] <- 80; df[2, ]
mean(df$weight, na.rm = TRUE); tapply(df$height, df$sex, mean); by(df$height, df$sex, summary)
df <- df[order(df$sex, -df$height), ]; df; rownames(df) <- df$name; df["Eva", c("height", "bmi")]
df$class <- cut(df$bmi, c(0, 18.5, 25, 30), labels = c("under", "normal", "over")); table(df$class, df$sex, useNA = "ifany")
df$sex <- factor(df$sex, labels = c("female", "male")); levels(df$sex); table(df$sex); summary(df$sex)
colMeans(df[sapply(df, is.numeric)], na.rm = TRUE); apply(df[, c("height", "weight")], 2, max, na.rm = TRUE)
aggregate(cbind(height, weight) ~ sex, df, mean); aggregate(df$height, by = list(df$sex), FUN = mean)
df2 <- rbind(df, data.frame(name = "Finn", height = 190, weight = 90, sex = "male", bmi = 24.9, class = "normal", row.names = "Finn")); df2
nrow(df2); tail(df2, 2); df2[-1, 1:3]; df2[c(TRUE, FALSE), "name"]; subset(df2, select = -c(bmi, class)); subset(df2, weight > 60, name:weight)
merge(df2[, c("name", "sex")], data.frame(name = c("Bob", "Eva"), score = c(7, 9)), by = "name", all.x = TRUE)
split(df2$height, df2$sex); unsplit(split(df2$height, df2$sex), df2$sex); lapply(split(df2, df2$sex), function(g) g$name[which.max(g$height)])
do.call(rbind, lapply(split(df2, df2$sex), function(g) data.frame(sex = g$sex[1], n = nrow(g), mean = mean(g$height))))
with(df2, cor(height, weight, use = "complete.obs")); complete.cases(df2); colSums(is.na(df2)); df2[is.na(df2$weight), "weight"] <- median(df2$weight, na.rm = TRUE); df2$weight
transform(df2, ratio = height / weight)[, c("name", "ratio")]; within(df2, { tall <- height > 170; rm(class) })
stack(df2[, c("height", "weight")])[1:3, ]; t(df2[1:2, 2:3]); as.matrix(df2[1:2, 2:3]); data.matrix(df2[1:2, ]); as.list(df2[1, 1:3])
names(df2); names(df2)[3] <- "kg"; colnames(df2); df2$kg <- NULL; ncol(df2); head(df2, 1); "kg" %in% names(df2)
paste(df2$name, df2$sex, sep = ": "); sprintf("%s is %d cm", df2$name, as.integer(df2$height)); toupper(substr(df2$name, 1, 3)); nchar(df2$name)
x <- c(5, 3, NA, 8); is.na(x); sum(is.na(x)); mean(x); mean(x, na.rm = TRUE); x[!is.na(x)]; ifelse(is.na(x), 0, x); which(is.na(x)); rev(x); sort(x); order(x); rank(x); cumsum(c(1, 2, 3)); x > 4; any(x > 7, na.rm = TRUE)
seq(2, 20, length.out = 4); 10:1; rep(c(1, 2), times = 3); c(a = 1, b = 2)["b"]; vector("list", 2); numeric(3); character(2); logical(2)
write.table(df2[1:2, 1:3], row.names = FALSE, sep = ","); print(df2, row.names = FALSE); format(df2[1:2, c("name", "bmi")], nsmall = 2); cat(names(df2), sep = "\n")
unique(df2$sex); duplicated(c(1, 2, 1)); rowSums(df2[, c("height", "bmi")]); cumprod(1:4); max(df2$height) - min(df2$height); diff(range(df2$height)); df2[nrow(df2):1, 1]; mapply(function(a, b) a + b, 1:3, 4:6); outer(1:2, 1:3); quantile(df2$height); scale(df2$height)[, 1]; round(-1.567, 1); table(df2$height > 170); prop.table(table(df2$sex))
