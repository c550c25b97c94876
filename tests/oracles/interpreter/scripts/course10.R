# Reading text
txt <- "name,age,city
Ann,23,Oslo
Bob,,Rome
\"Smith, C\",41,\"New York\"
Dee,35,"
df <- read.csv(text = txt, na.strings = c("", "NA"))
df
str(df)
summary(df)
is.na(df$age)
mean(df$age); mean(df$age, na.rm = TRUE)
complete.cases(df)
na.omit(df)
df$age[is.na(df$age)] <- median(df$age, na.rm = TRUE)
df
log <- c("2024-01-01 ERROR disk full", "2024-01-01 INFO started", "2024-01-02 WARN slow", "2024-01-03 ERROR timeout")
parts <- do.call(rbind, strsplit(log, " "))
parts[, 1:2]
lev <- sub("^\\S+ (\\S+) .*$", "\\1", log)
table(lev)
errs <- grep("ERROR", log, value = TRUE)
cat(errs, sep = "\n")
m <- regmatches(log, regexec("^(\\S+) (\\S+) (.*)$", log))
m[[1]]
logdf <- as.data.frame(do.call(rbind, m)[, -1])
names(logdf) <- c("date", "level", "message")
logdf
aggregate(message ~ level, logdf, length)
f <- tempfile(fileext = ".csv")
write.csv(df, f, row.names = FALSE)
cat(readLines(f), sep = "\n")
back <- read.csv(f, stringsAsFactors = TRUE)
levels(back$city)
identical(dim(back), dim(df))
con <- textConnection("1 2 3\n4 5 6")
tab <- read.table(con, col.names = c("a", "b", "c"))
tab
colSums(tab)
scan(text = "3 4 5")
scan(text = "a,b,c", what = "", sep = ",", quiet = TRUE)
readLines(textConnection(c("line one", "line two")))
write.table(df, sep = "\t", quote = FALSE)
kv <- "a=1;b=22;c=x"
pairs <- strsplit(strsplit(kv, ";")[[1]], "=")
setNames(sapply(pairs, `[`, 2), sapply(pairs, `[`, 1))
capture.output(print(1:3))
lines <- c("# comment", "", "data 1", "data 2")
lines[!grepl("^#|^$", lines)]
file.exists(f); unlink(f); file.exists(f)
type.convert(c("1", "2", "x"), as.is = TRUE); type.convert(c("1", "2"), as.is = TRUE)
read.table(text = "x y\n1 a\n2 b", header = TRUE)
cat(sprintf("%-8s|%4.0f\n", df$name, df$age), sep = "")
