# library loans: dates, merge, late fees
books <- data.frame(isbn = c("111", "222", "333"), title = c("R basics", "Statistics", "Algorithms"), stringsAsFactors = FALSE)
loans <- data.frame(isbn = c("111", "333", "111", "444"), reader = c("Kim", "Lee", "Max", "Kim"),
                    out = as.Date(c("2022-01-10", "2022-01-28", "2022-02-20", "2022-03-01")),
                    back = as.Date(c("2022-02-15", "2022-02-10", NA, "2022-03-05")))
loans$days <- loans$back - loans$out
loans
str(loans)
loans$days <- as.integer(loans$days)
loans$late <- pmax(loans$days - 28, 0)
loans$fee <- sprintf("%.2f EUR", 0.25 * loans$late)
loans
all <- merge(books, loans, all = TRUE)
all
is.na(all$reader)
all[is.na(all$title), ]
with(all, tapply(days, reader, sum, na.rm = TRUE))
table(format(loans$out, "%Y-%m"))
seq(min(loans$out), by = "2 weeks", length.out = 4)
loans$due <- loans$out + 28
loans[!is.na(loans$back) & loans$back > loans$due, c("reader", "due", "back")]
loans$weekday <- factor(weekdays(loans$out), levels = c("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
table(loans$weekday)
table(droplevels(loans$weekday))
split(loans$isbn, loans$reader)
summary(loans$out); range(loans$back, na.rm = TRUE); diff(range(loans$out))
aggregate(days ~ reader, loans, max)
aggregate(out ~ reader, loans, min)
loans[order(loans$reader, loans$out, decreasing = c(FALSE, TRUE), method = "radix"), 1:3]
format(loans$out, "%A, %d %B %Y")
cut(loans$out, "month", labels = FALSE)
difftime(as.Date("2022-12-24"), loans$out[1], units = "weeks")
as.numeric(format(loans$out, "%j"))
months(loans$out, abbreviate = TRUE)
rev(sort(loans$out))[1:2]
data.frame(n = tapply(loans$isbn, loans$reader, length))
unique(loans$reader); duplicated(loans$isbn); loans[!duplicated(loans$isbn, fromLast = TRUE), "reader"]
mean(loans$out); as.Date(mean(as.numeric(loans$out)), origin = "1970-01-01")
loans$status <- ifelse(is.na(loans$back), "out", ifelse(loans$late > 0, "late", "ok")); loans[, c("reader", "status")]
