# scan, textConnection, sink and parsing logs
log <- "2021-05-01 ERROR disk full
2021-05-01 INFO started
2021-05-02 WARN memory 85%
2021-05-03 ERROR timeout after 30s"
lines <- strsplit(log, "\n")[[1]]
length(lines)
level <- sub("^\\S+ (\\w+) .*$", "\\1", lines); level
when <- as.Date(substr(lines, 1, 10)); when
msg <- sub("^\\S+ \\w+ ", "", lines); msg
events <- data.frame(when, level = factor(level, levels = c("INFO", "WARN", "ERROR")), msg)
events
table(events$level); table(events$when, events$level)
events[events$level == "ERROR", ]
nums <- regmatches(msg, regexpr("[0-9]+", msg)); nums; as.numeric(nums)
grepl("[0-9]", msg); regexpr("[0-9]+", msg)
tc <- textConnection(log); first <- readLines(tc, n = 1); first; rest <- readLines(tc); length(rest); close(tc)
tbl <- read.table(text = log, fill = TRUE, stringsAsFactors = FALSE); tbl; dim(tbl); sapply(tbl, class)
scan(text = "10 20 30", sep = " ", quiet = TRUE); sum(scan(text = "1;2;3", sep = ";", quiet = TRUE)); scan(text = "a b 'c d'", what = character(), quiet = TRUE)
scan(text = "TRUE FALSE T", what = logical()); scan(text = "1 2 # comment\n3", comment.char = "#"); scan(text = "5 6 7 8", nmax = 2); scan(text = "1,2,NA,4", sep = ",", na.strings = "NA")
rec <- scan(text = "Ann 23 1.7\nBob 31 1.8", what = list(name = "", age = 0L, h = 0)); rec; as.data.frame(rec)
f <- tempfile(); writeLines(lines, f); length(readLines(f)); readLines(f, 2); file.size(f) > 0; basename("a/b/c.txt"); dirname("a/b/c.txt"); tools::file_ext("x.csv"); sub("\\.csv$", "", "data.csv"); file.path("a", "b.csv")
cat("x y\n1 2\n3 4\n", file = f); read.table(f, header = TRUE); cat("5 6\n", file = f, append = TRUE); nrow(read.table(f, header = TRUE)); colMeans(read.table(f, header = TRUE)); unlink(f)
con <- file(f, "w"); writeLines("alpha", con); cat("beta\n", file = con); close(con); readLines(f); con <- file(f, "r"); while (length(l <- readLines(con, n = 1)) > 0) cat("<", l, ">\n", sep = ""); close(con)
capture.output(1:3, "a"); capture.output(cat("hi\nyou")); capture.output(str(1:2)); paste(capture.output(print(table(c(1, 1)))), collapse = "|"); trimws(capture.output(print(1.5)))
sink(f); print("inside"); cat(1, 2, "\n"); sink(); readLines(f); nchar(readLines(f)); toupper(readLines(f)[1]); count <- table(unlist(strsplit(tolower(msg), "[^a-z]+"))); count[count > 0]; rev(sort(count))[1:2]
sprintf("%s [%5s] %s", format(events$when, "%d/%m"), events$level, events$msg); with(events, tapply(msg, level, length)); with(events, tapply(nchar(msg), level, max)); split(events$msg, events$level); split(events$msg, events$level, drop = TRUE)[1]
kv <- "a=1;b=22;c=x"; p <- strsplit(strsplit(kv, ";")[[1]], "="); setNames(sapply(p, `[`, 2), sapply(p, `[`, 1)); as.list(setNames(sapply(p, `[`, 2), sapply(p, `[`, 1)))$b; data.frame(t(sapply(p, c))); rapply(p, nchar, how = "unlist")
fixed <- c("001Ann  23", "002Bobby31"); data.frame(id = as.integer(substr(fixed, 1, 3)), name = trimws(substr(fixed, 4, 8)), age = as.numeric(substring(fixed, 9))); read.fwf(textConnection(fixed), c(3, 5, 2), col.names = c("id", "name", "age"), strip.white = TRUE)
utils::type.convert(c("1", "2.5", NA), as.is = TRUE); as.numeric("1e-3"); as.integer("12"); suppressWarnings(as.numeric("abc")); as.logical(c("TRUE", "T", "yes", "false", "0")); is.na(as.integer("x1")) ; as.numeric(factor(c("10", "20"))); rev(strtoi(c("11", "77"), 8)); chartr(",", ".", "1,5"); as.numeric(sub(",", ".", "1,5", fixed = TRUE)); as.hexmode(255); bitwAnd(12L, 10L); rawToChar(as.raw(c(72, 105))); charToRaw("A")
write.table(events, quote = FALSE, sep = "|", row.names = FALSE); write.csv(events[1:2, ], quote = c(3), row.names = FALSE); write.table(head(mtcars[1:3], 2), col.names = NA, sep = ";", dec = ","); print(read.csv(text = capture.output(write.csv(events, row.names = FALSE)))); identical(read.csv(text = "a,b\n1,x"), data.frame(a = 1L, b = "x"))
