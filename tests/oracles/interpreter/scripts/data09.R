# Dates in frames
sales <- data.frame(when = c("03.01.2021", "17.01.2021", "02.02.2021", "28.02.2021", "15.03.2021", "31.12.2021"),
                    amount = c(100, 250.5, 75, 310, 42.25, 500))
sales$when <- as.Date(sales$when, format = "%d.%m.%Y")
sales
str(sales)
summary(sales)
class(sales$when)
sales$month <- months(sales$when)
sales$wday <- weekdays(sales$when)
sales$q <- quarters(sales$when)
sales
format(sales$when, "%d. %B %Y")
format(sales$when, "%j/%U")
diff(sales$when)
difftime(sales$when[6], sales$when[1], units = "weeks")
sales$when[6] - sales$when[1]
as.numeric(sales$when[2] - sales$when[1])
range(sales$when)
seq(as.Date("2021-01-31"), by = "month", length.out = 4)
seq(as.Date("2021-01-01"), as.Date("2021-03-01"), by = "2 weeks")
cut(sales$when, "month")
table(cut(sales$when, "month"))
tapply(sales$amount, format(sales$when, "%Y-%m"), sum)
aggregate(amount ~ month, sales, sum)
sales[sales$when >= as.Date("2021-02-01") & sales$when < as.Date("2021-04-01"), ]
rev(sales$when)
sales$when + 30
as.integer(as.Date("1970-01-10"))
julian(as.Date("1970-02-01"))
as.Date(18000, origin = "1970-01-01")
as.Date("2021-02-30", optional = TRUE)
is.na(as.Date("31.02.2021", "%d.%m.%Y"))
d <- as.Date(c("2020-02-29", "2021-12-31", NA))
d
weekdays(d, abbreviate = TRUE)
as.POSIXlt(d[1])$yday; as.POSIXlt(d[1])$year + 1900; as.POSIXlt(d[2])$mon + 1
mean(sales$when)
median(sales$when)
t1 <- as.POSIXct("2021-03-01 08:30:00", tz = "UTC"); t2 <- as.POSIXct("2021-03-02 17:45:30", tz = "UTC")
t2 - t1
difftime(t2, t1, units = "mins")
format(t1, "%H:%M")
t1 + 3600
seq(t1, by = "6 hours", length.out = 3)
strftime(t2, "%Y/%m/%d %H h")
round(difftime(t2, t1), 2)
data.frame(t = c(t1, t2), v = 1:2)
unclass(as.Date("2000-01-01"))
order(d); sort(d, decreasing = TRUE)
ISOdate(2021, 5, 17)
trunc(Sys.time(), "days") <= Sys.time()
