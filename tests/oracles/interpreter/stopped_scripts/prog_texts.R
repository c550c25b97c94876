# Text processing: word counts, ciphers
text <- "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness"
words <- tolower(unlist(strsplit(text, "[^A-Za-z]+")))
freq <- table(words)
freq
sort(freq, decreasing = TRUE)
head(sort(freq, decreasing = TRUE), 3)
rev(sort(freq))[1:2]
freq[["was"]]; names(freq)[freq == max(freq)]; freq[order(-freq, names(freq))]
as.data.frame(freq, stringsAsFactors = FALSE)[1:3, ]
as.data.frame(sort(freq, decreasing = TRUE))[1:4, ]
df <- data.frame(word = names(freq), n = as.vector(freq)); df[order(-df$n, df$word), ][1:5, ]
table(nchar(words)); prop.table(table(nchar(words))); round(prop.table(table(nchar(words))), 3)
tapply(words, nchar(words), function(w) paste(sort(unique(w)), collapse = "/"))
barplot_text <- function(tab) for (n in names(tab)) cat(sprintf("%-12s %s %d\n", n, strrep("*", tab[n]), tab[n]))
barplot_text(freq)
caesar <- function(x, k) {
  shift <- function(base) c(base[(seq_along(base) - 1 + k) %% 26 + 1])
  chartr(paste(c(letters, LETTERS), collapse = ""), paste(c(shift(letters), shift(LETTERS)), collapse = ""), x)
}
enc <- caesar("Hello, World!", 3); enc; caesar(enc, -3)
rot13 <- function(s) { v <- utf8ToInt(s); up <- v >= 65 & v <= 90; lo <- v >= 97 & v <= 122; v[up] <- (v[up] - 65 + 13) %% 26 + 65; v[lo] <- (v[lo] - 97 + 13) %% 26 + 97; intToUtf8(v) }
rot13("Why did the chicken cross the road?")
is_palindrome <- function(s) { s <- tolower(gsub("[^A-Za-z]", "", s)); s == paste(rev(strsplit(s, "")[[1]]), collapse = "") }
sapply(c("A man, a plan, a canal: Panama", "hello"), is_palindrome)
unname(sapply(c("level", "world"), is_palindrome))
anagrams <- function(ws) { key <- sapply(ws, function(w) paste(sort(strsplit(w, "")[[1]]), collapse = "")); split(ws, key) }
anagrams(c("listen", "silent", "enlist", "google", "elgoog", "abc"))
Filter(function(g) length(g) > 1, anagrams(c("tea", "eat", "tan", "ate", "nat", "bat")))
vowels <- table(factor(strsplit("programming language", "")[[1]], levels = c("a", "e", "i", "o", "u"))); vowels
table(strsplit("mississippi", "")[[1]])
table(strsplit("mississippi", "")[[1]], dnn = "letter")
names(which.max(table(strsplit("mississippi", "")[[1]])))
cat(strwrap(text, width = 40), sep = "\n"); cat(strwrap(text, width = 40, indent = 2, exdent = 4, prefix = "> "), sep = "\n")
formatC(c("left", "right"), width = 10, flag = "-"); formatC(c(1.234, 100), format = "e", digits = 2); cat(formatC("Title", width = 20, flag = " "), "\n"); cat(paste(rep("=", 20), collapse = ""), "\n")
title_case <- function(x) paste0(toupper(substring(x, 1, 1)), substring(x, 2)); paste(sapply(strsplit("the quick fox", " ")[[1]], title_case), collapse = " ")
sapply(strsplit("the quick fox", " ")[[1]], nchar); vapply(strsplit(c("a b c", "d e"), " "), length, 1L)
rle(strsplit("aaabbbccd", "")[[1]]); encode <- function(s) { r <- rle(strsplit(s, "")[[1]]); paste0(r$values, r$lengths, collapse = "") }; encode("aaabbbccd")
sprintf("%-10s|%5s|", c("ab", "abcdef"), c("x", "yyy")); sprintf("%08.3f", pi); sprintf("%+.1e", 12345); sprintf("%3d.", 1:3); sprintf("%s", 1.5); sprintf("%s", 1L); sprintf("%d", 3); sprintf("%5.1f%%", 45.678); nchar(sprintf("%10s", "")); sprintf("%s is %s", "x", TRUE); sprintf("%i", 42L); sprintf("%.3s", "abcdef"); sprintf("%#x", 255L); sprintf("%G", 1e-7)
tryCatch(sprintf("%d", 1.5), error = function(e) cat(conditionMessage(e), "\n"))
message("this goes to stderr"); outer(c("a", "b"), 1:3, paste0); paste("a", NULL, "b"); paste(c("a", NA)); paste(character(0), collapse = "+"); paste0("x", 1:3, collapse = "|"); rev(utf8ToInt("é")); toupper(letters[1:3]); casefold("X", upper = FALSE); sprintf("%s", c(1.5, 2, NA)); sprintf("%d", NA); sprintf("%f", NaN); sprintf("% d", 5L); strtrim("abcdef", 3); formatC(0.000012345); formatC(1e6, big.mark = ",", format = "d"); format(c(10, 200), width = 8); format(Sys.Date(), "%Y") >= "2024"; encodeString("a\nb"); encodeString("q\"", quote = '"'); print("tab\there"); cat("tab\there\n"); "back\\slash"; 'single "quotes" inside'; "unicode: \u00e9"; nchar("\u4e2d\u6587", "width"); sprintf("%5s|", "\u4e2d")
