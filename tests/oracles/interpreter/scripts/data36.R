# POSIXct logs
log <- data.frame(stamp = c("2022-03-01 08:00:12", "2022-03-01 08:15:40", "2022-03-01 13:02:05", "2022-03-02 00:10:00", "2022-03-02 23:59:59"),
                  user = c("ann", "bob", "ann", "cid", "ann"),
                  bytes = c(1200, 55000, 310, 1e6, 42))
log$stamp <- as.POSIXct(log$stamp, tz = "UTC")
log
str(log)
summary(log)
log$hour <- as.integer(format(log$stamp, "%H"))
log$day <- as.Date(log$stamp)
log
diff(log$stamp)
difftime(log$stamp[3], log$stamp[1])
difftime(log$stamp[3], log$stamp[1], units = "secs")
as.numeric(difftime(log$stamp[5], log$stamp[1]), units = "hours")
units(diff(log$stamp))
aggregate(bytes ~ user, log, sum)
tapply(log$bytes, log$day, sum)
table(log$user, log$hour > 12)
table(cut(log$hour, c(0, 6, 12, 18, 24), right = FALSE, labels = c("night", "morning", "afternoon", "evening")))
cut(log$stamp, "day")
format(log$stamp, "%d.%m. %H:%M"); format(log$stamp[1]); format(log$stamp[1], usetz = TRUE)
trunc(log$stamp[3], "hours"); round(log$stamp[3], "mins")
as.POSIXlt(log$stamp)$min; unlist(unclass(as.POSIXlt(log$stamp[1]))[c("hour", "mday", "wday")])
range(log$stamp); rev(log$stamp)[1]; max(log$stamp) - min(log$stamp)
seq(log$stamp[1], by = "1 day", length.out = 3); seq(log$stamp[1], by = "15 min", length.out = 3)
log[log$stamp > as.POSIXct("2022-03-01 12:00", tz = "UTC"), c("user", "stamp")]
strptime("05/Mar/2021:10:11:12", "%d/%b/%Y:%H:%M:%S", tz = "UTC")
as.numeric(as.POSIXct("2000-01-01", tz = "UTC")); as.POSIXct(0, origin = "1970-01-01", tz = "UTC")
log$gap <- c(NA, diff(log$stamp)); log[c("user", "gap")]
log$mb <- sprintf("%.3f", log$bytes / 1e6); log[, c("user", "mb")]
split(log$bytes, log$user); do.call(rbind, lapply(split(log, log$user), function(d) d[which.max(d$bytes), c("user", "bytes")]))
weekdays(log$stamp[1]); months(log$stamp[1]); julian(log$day[1]); format(log$day, "%A")
d <- as.Date("2024-02-28") + 0:2; d; format(d, "%d.%m.%y"); d[2] == as.Date("2024-02-29"); as.integer(format(d, "%Y")) %% 4 == 0
seq(d[1], as.Date("2024-06-01"), by = "month"); rev(seq(d[1], length.out = 3, by = "-1 week")); cut(d, "week"); d %in% as.Date("2024-02-29")
data.frame(d, n = as.numeric(d)); c(d, as.Date("2025-01-01")); is.numeric(d); class(d - d[1]); d - 365; sum(as.numeric(diff(d)))
age <- function(b, now = as.Date("2024-03-01")) { b <- as.POSIXlt(b); n <- as.POSIXlt(now); n$year - b$year - (n$mon < b$mon | (n$mon == b$mon & n$mday < b$mday)) }
age(as.Date(c("2000-03-01", "2000-03-02", "1999-12-31"))); ISOdatetime(2020, 1, 2, 3, 4, 5, tz = "UTC"); as.difftime(90, units = "mins"); format(as.difftime(90, units = "mins")); units(as.difftime(c("0:3:20", "11:23:15")))
strftime(as.Date("2021-01-03"), "%V %u %w"); OlsonNames()[1:2]; Sys.timezone() == "UTC" || TRUE; month.name[as.POSIXlt("2021-07-09")$mon + 1]
as.Date(c("01/02/2023", "15/08/2023"), tryFormats = c("%d/%m/%Y")); as.Date("March 5, 2021", "%B %d, %Y"); nlevels(cut(as.Date("2021-01-15") + c(0, 40, 80), "month"))
