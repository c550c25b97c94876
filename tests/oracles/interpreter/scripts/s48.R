# String ciphers and puzzles.
caesar <- function(s, k) chartr(paste(c(letters, LETTERS), collapse = ""), paste(c(letters[(0:25 + k) %% 26 + 1], LETTERS[(0:25 + k) %% 26 + 1]), collapse = ""), s)
msg <- "Hello, World!"
e <- caesar(msg, 3); e; caesar(e, -3)
vig <- function(s, key, sign = 1) {
  x <- utf8ToInt(s) - 97; k <- utf8ToInt(key) - 97
  intToUtf8((x + sign * rep_len(k, length(x))) %% 26 + 97)
}
vig("attackatdawn", "lemon"); vig(vig("attackatdawn", "lemon"), "lemon", -1)
rev_string <- function(s) paste(rev(strsplit(s, NULL)[[1]]), collapse = "")
is_pal <- function(s) { t <- tolower(gsub("[^A-Za-z]", "", s)); t == rev_string(t) }
sapply(c("A man, a plan, a canal: Panama", "hello", "Racecar"), is_pal)
rle_enc <- function(s) { r <- rle(strsplit(s, "")[[1]]); paste0(r$values, ifelse(r$lengths > 1, r$lengths, ""), collapse = "") }
rle_enc("aaabbcddddd")
rle_dec <- function(s) { m <- regmatches(s, gregexpr("[a-z][0-9]*", s))[[1]]; n <- as.integer(sub("[a-z]", "", m)); n[is.na(n)] <- 1L; paste(strrep(substr(m, 1, 1), n), collapse = "") }
rle_dec("a3b2cd5")
vowels <- function(s) lengths(regmatches(s, gregexpr("[aeiou]", tolower(s))))
vowels(c("banana", "rhythm", "Education"))
anagram <- function(a, b) identical(sort(utf8ToInt(a)), sort(utf8ToInt(b)))
anagram("listen", "silent")
morse <- c(s = "...", o = "---", e = ".", t = "-")
paste(morse[strsplit("sos", "")[[1]]], collapse = " ")
names(morse)[match(strsplit("- . ...", " ")[[1]], morse)]
xor_enc <- function(s, key) bitwXor(utf8ToInt(s), rep_len(utf8ToInt(key), nchar(s)))
x <- xor_enc("secret", "k"); x; intToUtf8(bitwXor(x, utf8ToInt("k")))
sprintf("%02X", utf8ToInt("Rnet")); format(as.hexmode(utf8ToInt("A")))
toupper(letters[1:3]); casefold("ABC", upper = FALSE)
words <- c("stats", "level", "data", "noon")
Filter(function(w) w == rev_string(w), words)
vapply(words, function(w) paste(sort(strsplit(w, "")[[1]]), collapse = ""), character(1))
sprintf("%-10s%5s", words, nchar(words))
formatC(words, width = 8, flag = "-"); formatC(words, width = 8); format(words, width = 8)
trimws("  pad "); sprintf("%s has %d chars", sQuote(words[1], FALSE), nchar(words[1]))
gsub("(^|\\s)(\\w)", "\\1\\U\\2", "the quick brown fox", perl = TRUE)
strsplit("2024-01-15;2023-12-31", ";")[[1]]
unlist(lapply(strsplit(c("a=1", "b=22"), "="), `[`, 2))
substring("abcdef", 1:3, 3:5)
luhn <- function(s) { d <- rev(as.integer(strsplit(s, "")[[1]])); i <- seq(2, length(d), 2); d[i] <- 2 * d[i]; d[d > 9] <- d[d > 9] - 9; sum(d) %% 10 == 0 }
luhn("4539578763621486"); luhn("1234567890123456")
make.names(c("a b", "1x", "ok", "ok"), unique = TRUE); make.unique(c("a", "a", "b"))
cat(strwrap("The Caesar cipher is one of the earliest known and simplest ciphers; it is a type of substitution cipher.", width = 40, prefix = "> "), sep = "\n")
startsWith(words, "s"); endsWith(words, "n"); rev(words); sort(words, decreasing = TRUE)
rot <- table(factor(strsplit(tolower(gsub("[^a-z]", "", tolower(msg))), "")[[1]], letters))
rot[rot > 0]; names(which.max(rot))
