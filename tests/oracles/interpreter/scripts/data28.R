# String cleaning of messy data
raw <- data.frame(id = c(" 01", "2 ", "003", "4x", ""),
                  price = c("1.234,50 EUR", "99,90 EUR", "n/a", "15 EUR", "7,5"),
                  date = c("2020-1-5", "5.2.2020", "2020/03/09", "unknown", "12.12.2019"),
                  stringsAsFactors = FALSE)
raw
raw$id <- trimws(raw$id)
raw$num <- suppressWarnings(as.integer(raw$id))
raw
p <- gsub(" EUR", "", raw$price, fixed = TRUE)
p <- gsub(".", "", p, fixed = TRUE)
p <- sub(",", ".", p)
p
raw$value <- suppressWarnings(as.numeric(p))
raw$value
iso <- grepl("^[0-9]{4}[-/]", raw$date)
ger <- grepl("^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}$", raw$date)
raw$d <- as.Date(NA)
raw$d[iso] <- as.Date(gsub("/", "-", raw$date[iso]))
raw$d[ger] <- as.Date(raw$date[ger], "%d.%m.%Y")
raw
str(raw)
raw[complete.cases(raw), ]
raw[!complete.cases(raw$value, raw$d), "id"]
sprintf("%s -> %s", raw$date, format(raw$d, "%d %b %y"))
codes <- c("DE-123-a", "FR-77-b", "IT-5")
sp <- strsplit(codes, "-")
sapply(sp, length)
max_len <- max(lengths(sp))
mat <- t(sapply(sp, function(s) c(s, rep(NA, max_len - length(s)))))
mat
df <- as.data.frame(mat); names(df) <- c("country", "nr", "suffix"); df
df$nr <- as.numeric(df$nr); sapply(df, class)
regexpr("-", codes)
unlist(gregexpr("-", codes[1]))
sub("([A-Z]+)-([0-9]+).*", "\\2/\\1", codes)
grepl("^[DF]", codes); grep("7", codes, value = TRUE); regmatches(codes, gregexpr("[0-9]", codes))
tolower(codes); sprintf("%10s|", codes); substr(codes, 4, 6); strtoi(c("10", "077", "0xff"), 10)
nchar(c("äöü", "abc")); toupper("straße"); rev(utf8ToInt("AZ")); intToUtf8(c(72, 105))
Encoding("abc"); enc2utf8("ä"); iconv("abc", "UTF-8", "latin1")
make.names(c("a b", "1x", "ok", "ok")); make.unique(c("a", "a", "b", "a"))
abbreviate(c("statistics", "probability", "mean"), 5)
formatC(c(0.000123, 123456, 1.5), digits = 3, format = "g"); format(0.000012345); format(123456789); format(1e5); format(1e-20)
format(c(0.1, 0.123456789), digits = 3); signif(123456, 2); round(-2.567, 1); round(1234.5, -2)
prettyNum(1234567, big.mark = ","); format(-1.5); format(NULL); format(NaN); format(c(1, NA, 3))
sprintf("%s", list("a", 1, TRUE)); sprintf("%d%%", 10L); sprintf("%s", 1.5); sprintf("%5s", NA); sprintf("%d", 3)
strsplit("a.b.c", ".", fixed = TRUE)[[1]]; strsplit("abc", ""); strsplit(c(x = "1 2", y = "3"), " ")
startsWith(codes, "D"); endsWith(codes, "b"); casefold("x", upper = TRUE); shQuote("it"); dQuote("q", FALSE); sQuote("q", FALSE)
