# Simple probability experiments written by a beginner
x = c(12, 15, 11, 19, 22, 17)
y <- 3
mean(x)
x[x > mean(x)]
length(x); sum(x); prod(1:5); range(x); var(x); sd(x); sort(x, decreasing = T); order(x)
x * y; x / 2; x^2; log(x); exp(1); sqrt(x); round(x / 7, 2); x %% 5; x == 15; x != 15
names(x) <- c("a", "b", "c", "d", "e", "f")
x
x["c"]
x[c(-1, -2)]
summary(x)
m <- matrix(1:12, nrow = 3, dimnames = list(paste("row", 1:3), LETTERS[1:4]))
m
m["row 2", ]; m[, "B"]; dim(m); nrow(m)
cbind(m, Total = rowSums(m))
rbind(m, Mean = colMeans(m))
heights <- list(male = c(178, 182, 169), female = c(165, 171, 160, 158))
heights
sapply(heights, mean); lapply(heights, summary); str(heights)
heights$female[2]; heights[["male"]]
boxplot(heights); hist(x); plot(x, type = "b"); barplot(table(c("a", "b", "a"))); pie(c(1, 2)); lines(x); points(x); legend("top", legend = "a"); text(1, 1, "t"); mtext("m"); axis(1); grid(); abline(h = 2); polygon(1:3, 1:3); segments(0, 0, 1, 1); title("x")
gender <- factor(c("m", "f", "f", "m", "f", "f")); gender; summary(gender); table(gender)
tapply(x, gender, mean)
survey <- data.frame(gender, score = x, stringsAsFactors = FALSE)
survey; survey$score; survey[2, ]; survey[survey$gender == "f", "score"]
nrow(survey); ncol(survey); colnames(survey); rownames(survey)
survey$grade <- ifelse(survey$score >= 17, "high", "low"); survey
table(survey$gender, survey$grade)
if (mean(x) > 15) { print("above 15") } else print("not above")
for (i in 1:3) print(i^2)
i <- 0; while (TRUE) { i <- i + 1; if (i == 2) next; if (i > 4) break; cat("i is", i, "\n") }
f <- function(a, b = 2) { a + b }
f(1); f(1, 5); f(b = 1, a = 2)
paste("The mean is", round(mean(x), 2)); paste0("x", 1:3); print("hello"); print(c(a = 1.5, b = 2, c = NA)); TRUE & FALSE; !TRUE; NULL; character(0); integer(0)
c(1, "a", TRUE); c(1, TRUE, FALSE); as.numeric("3.5"); as.integer(3.9); class(1L); class("a"); is.na(c(1, NA)); 1:20
seq(1, 10, length.out = 4); rep(1:2, each = 2); 1e6; 100000; 123456789; 1234567890123; 0.1 + 0.2; 1/3; 2/3 * 100; 1e-5; c(0.001, 1000); c(1e10, 1); 22/7; 5 %in% x; which(x > 15)
letters[1:5]; LETTERS[24:26]; month.name[1]; pi
ls()
rm(y); exists("y")
nums <- c(3.14159, 2.71828); format(nums, nsmall = 2); signif(nums, 3); sprintf("%.2f", nums); as.character(nums)
max(x); which.max(x); cumsum(1:5); cumprod(1:5); diff(x); rev(x); unique(c(1, 1, 2)); tabulate(c(1, 2, 2)); outer(1:2, 1:3)
mean(c(1, NA), na.rm = TRUE); median(c(5, 3, 1)); quantile(1:9); cor(1:5, c(2, 4, 6, 8, 11)); var(1:10); scale(1:3)[, 1]
as.Date("2024-03-01") + 30; is.numeric(x); typeof(x); mode(x); object <- list(1, "b"); object; length(object)
head(letters, -20); tail(1:10, 3); any(x > 20); all(x > 0); is.null(NULL); nchar("hello"); toupper("abc"); substr("abcdef", 2, 4); strsplit("a b c", " "); sub("a", "b", "aa"); rev(list(1, 2))
