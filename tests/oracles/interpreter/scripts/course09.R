# Dates and factors
d <- as.Date(c("2024-01-15", "2024-02-29", "2023-12-25"))
d
class(d); diff(d); sort(d); range(d)
format(d, "%d %B %Y"); weekdays(d); months(d)
as.numeric(format(d, "%j"))
seq(d[1], by = "month", length.out = 4)
seq(as.Date("2024-03-01"), as.Date("2024-03-29"), by = "week")
d[2] - d[3]
as.numeric(difftime(as.Date("2024-12-31"), as.Date("2024-01-01"), units = "weeks"))
difftime(as.Date("2024-12-31"), as.Date("2024-01-01"))
age <- function(birth, at) { b <- as.POSIXlt(birth); a <- as.POSIXlt(at); y <- a$year - b$year; if (a$mon < b$mon || (a$mon == b$mon && a$mday < b$mday)) y <- y - 1; y }
age(as.Date("1990-06-15"), as.Date("2024-06-14"))
leap <- function(y) (y %% 4 == 0 & y %% 100 != 0) | y %% 400 == 0
Filter(leap, 1996:2012)
as.Date("03/04/2024", format = "%d/%m/%Y")
is.na(as.Date("2024-13-01", optional = TRUE))
cut(d, "month")
table(format(d, "%Y"))
df <- data.frame(when = d, what = c("start", "leap", "xmas"))
df[order(df$when), ]
str(df)
summary(d)
t1 <- as.POSIXct("2024-05-01 13:45:30", tz = "UTC"); t1
t1 + 3600; format(t1, "%H:%M"); trunc(t1, "hours"); round(difftime(t1 + 5400, t1), 1)
strftime(t1, "%A %d"); unclass(t1)
ISOdate(2024, 1, 1)
strptime("10:20:30", "%H:%M:%S")$min
julian(as.Date("1970-01-10"))
f <- factor(c("lo", "hi", "mid", "hi", "lo"), levels = c("lo", "mid", "hi"))
f; as.integer(f); table(f); summary(f); levels(f)
factor(f, labels = c("L", "M", "H"))
o <- factor(c("S", "L", "M"), levels = c("S", "M", "L"), ordered = TRUE); o; o < "L"; max(o)
levels(f)[2] <- "middle"; f
f[1] <- "zzz"
f
droplevels(f[f != "hi" & !is.na(f)])
nlevels(f); relevel(factor(c("a", "b")), ref = "b")
interaction(c("a", "b"), c("x", "y"))
as.numeric(as.character(factor(c("10", "20"))))
tapply(c(5, 7, 9, 1, 3), f, mean)
quarters(d); as.integer(d[1]); months(d, abbreviate = TRUE); rev(d); d > as.Date("2024-01-01"); mean(d)
