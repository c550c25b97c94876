# Dates
d <- as.Date("2024-02-28")
d + 0:3
format(d, "%d/%m/%Y"); format(d, "%B %d, %Y"); weekdays(d); months(d)
seq(d, by = "month", length.out = 4)
seq(d, as.Date("2024-03-10"), by = "3 days")
diff(as.Date(c("2024-01-01", "2024-03-01", "2025-01-01")))
as.numeric(as.Date("2024-12-25") - d)
difftime(as.Date("2024-12-25"), d, units = "weeks")
dates <- as.Date(c("2024-05-17", "2023-11-02", "2024-01-30"))
sort(dates); order(dates); range(dates); rev(dates)
cut(dates, "month")
table(format(dates, "%Y"))
df <- data.frame(when = dates, v = 1:3)
str(df)
df[df$when > as.Date("2024-01-01"), ]
summary(df)
as.Date("03/15/2021", format = "%m/%d/%Y")
as.integer(format(d, "%j")); as.numeric(d)
is.na(as.Date("2024-13-01", optional = TRUE))
tryCatch(as.Date("notadate"), error = function(e) conditionMessage(e))
julian(d)
quarters(dates)
lt <- as.POSIXlt("2024-02-29 13:45:30", tz = "UTC")
lt$hour; lt$year + 1900; lt$mon + 1; lt$wday
format(lt, "%H:%M")
ct <- as.POSIXct("2024-02-29 13:45:30", tz = "UTC")
ct + 3600
trunc(ct, "hours")
as.numeric(ct)
strftime(ct, "%Y/%m/%d")
difftime(as.POSIXct("2024-03-01", tz = "UTC"), ct)
age <- function(born, on) { n <- as.numeric(format(on, "%Y")) - as.numeric(format(born, "%Y")); if (format(on, "%m%d") < format(born, "%m%d")) n - 1 else n }
age(as.Date("2000-06-15"), as.Date("2024-06-14"))
leap <- function(y) (y %% 4 == 0 & y %% 100 != 0) | y %% 400 == 0
leap(c(1900, 2000, 2023, 2024))
paste("Today is", format(d))
months <- month.name[as.integer(format(dates, "%m"))]; months
tapply(df$v, format(df$when, "%Y"), sum)
ISOdate(2024, 1, 1)
mean(dates)
unclass(as.Date("1970-01-10"))
dates[2] <- NA; dates; is.na(dates); summary(dates)
as.Date(45000, origin = "1899-12-30")
rev(seq(as.Date("2024-01-31"), by = "-1 week", length.out = 3))
c(d, as.Date("2020-01-01"))
strptime("10:20", "%H:%M", tz = "UTC")$min
