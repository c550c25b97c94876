# String processing II: parsing logs
logs <- c("2024-01-05 10:22:01 ERROR db: connection lost (code=17)",
          "2024-01-05 10:23:11 INFO web: user=42 logged in",
          "2024-01-06 09:00:00 WARN db: slow query 3.5s",
          "2024-01-06 09:05:59 ERROR web: timeout (code=408)")
parts <- regmatches(logs, regexec("^(\\S+) (\\S+) (\\w+) (\\w+): (.*)$", logs))
parts[[1]]
df <- as.data.frame(do.call(rbind, lapply(parts, `[`, -1)), stringsAsFactors = FALSE)
names(df) <- c("date", "time", "level", "module", "msg"); df
table(df$level, df$module)
codes <- as.integer(sub(".*code=([0-9]+).*", "\\1", df$msg[grepl("code=", df$msg)])); codes
tapply(df$msg, df$level, length)
df$date <- as.Date(df$date); diff(unique(df$date))
split(df$msg, df$level)
nchar(df$msg); substr(df$msg, 1, 10)
sprintf("%s [%5s] %s", df$date, df$level, toupper(df$module))
grep("ERROR", logs); grep("ERROR", logs, value = TRUE)
gsub("[aeiou]", "", "programming"); gsub("\\s+", " ", "a   b    c"); sub("(a)(b)", "\\2\\1", "abab")
strsplit("key1=val1;key2=val2", "[=;]")[[1]]
kv <- strsplit(strsplit("key1=val1;key2=val2", ";")[[1]], "="); setNames(sapply(kv, `[`, 2), sapply(kv, `[`, 1))
rev(strsplit("a,b,c", ",")[[1]])
toupper(substr("word", 1, 1)); x <- "word"; substr(x, 1, 1) <- "W"; x
sprintf("%08.3f", pi); sprintf("%+d", 5L); sprintf("%e", 12345.6789); sprintf("%g", 1e-5); sprintf("%x", 255L); sprintf("%o", 8L); sprintf("%%"); sprintf("%5s|%-5s|", "ab", "cd"); sprintf("%*d", 5, 42L)
format(Sys.Date(), "%Y") >= "2024"
format(123.456, nsmall = 2); format(c(1, 10, 100)); format(TRUE); format("a", width = 5); format(1e10); format(0.00001234); format(1234567.891, big.mark = ","); format(-1.5); format(NA); format(c(a = 1.5, b = 2))
formatC(123.456, width = 10, digits = 2, format = "f"); formatC(c("a", "bb"), width = -5); formatC(1e6, big.mark = ",", format = "d"); formatC(0.000123, format = "g"); formatC(5, width = 3, flag = " ")
prettyNum(1234567, big.mark = ","); round(123.456, -1); noquote("hi"); dQuote("a", FALSE); sQuote("a", FALSE); shQuote("it's")
cat("a\tb\n"); cat('single "quoted"\n'); print("with \"escape\""); cat("x", "y", sep = ""); cat("\n"); cat(1:10, fill = 20); cat("A:", 1.0, TRUE, NULL, NA, "\n"); message("to stderr")
writeLines(c("line1", "line2")); writeLines(formatC(c(1.5, 22.75), width = 8, format = "f", digits = 1))
tolower(LETTERS[1:5]); month.abb[1:2]; pi; letters[c(TRUE, FALSE)][1:3]
make.names(c("a b", "1x", "ok")); make.unique(c("a", "a", "b")); abbreviate("international business", 8)
outer(c("a", "b"), 1:2, paste0); rev(utf8ToInt("az")); intToUtf8(c(72, 105)); chartr("lo", "01", "hello world"); casefold("Hi", upper = TRUE)
strtrim("abcdef", 3); formatC("x", width = 5, flag = "-"); strwrap("The quick brown fox jumps over the lazy dog.", width = 20); toString(1:5); nchar("hello", "bytes"); sprintf("Name: %s", list("a", "b")); trimws("..a..", whitespace = "[.]"); regexpr("b+", "aabbb"); basename("/a/b.txt"); tools::file_ext("x.csv"); file.path("a", "b"); dirname("/a/b.txt"); sprintf("%s has %d", c("x", "y"), 1:2); startsWith(c("ab", "cd"), "a"); is.character("a"); identical("a", 'a'); "a" < "b"; "B" < "a"; sort(c("banana", "apple", "Cherry")); order(c("b", "A", "a")); rev(c("x", "y")); match("b", letters); "z" %in% letters; which(letters == "e"); paste(rev(strsplit("stressed", "")[[1]]), collapse = "")
