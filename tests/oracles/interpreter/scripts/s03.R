# Text processing: word frequencies, regular expressions, palindromes
text <- "It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief"
words <- tolower(unlist(strsplit(text, "[^A-Za-z]+")))
length(words)
freq <- sort(table(words), decreasing = TRUE)
head(freq, 5)
names(freq)[freq == max(freq)]
freq[["it"]]
as.data.frame(freq)[1:4, ]
barplot(freq)
nchar(words)[1:6]
tapply(nchar(words), substr(words, 1, 1), mean)
is_palindrome <- function(s) {
  s <- gsub("[^a-z]", "", tolower(s))
  s == paste(rev(strsplit(s, "")[[1]]), collapse = "")
}
sapply(c("A man, a plan, a canal: Panama", "hello", "Racecar"), is_palindrome)
emails <- c("ann@site.org", "bad.address", "bob.smith@mail.co.uk", "@x.y")
ok <- grepl("^[[:alnum:]._-]+@[[:alnum:].-]+\\.[a-z]+$", emails)
data.frame(emails, ok)
sub("@.*", "", emails[ok])
regmatches(emails, regexpr("@[a-z.]+", emails))
dates <- c("2024-01-15", "15/02/2024", "2023-12-31")
m <- regmatches(dates, gregexpr("[0-9]+", dates))
m
sapply(m, function(p) paste(p, collapse = "|"))
caesar <- function(x, k) {
  chartr(paste(c(letters, LETTERS), collapse = ""),
         paste(c(letters[(seq_along(letters) - 1 + k) %% 26 + 1],
                 LETTERS[(seq_along(LETTERS) - 1 + k) %% 26 + 1]), collapse = ""), x)
}
caesar("Hello World", 3)
caesar(caesar("Hello World", 3), -3)
toupper(letters[1:3])
sprintf("%-10s|%5s|%05d|%+.2e", "left", "right", 42L, 12345.678)
sprintf("%3d: %s", 1:3, c("a", "b", "c"))
sprintf("%5.1f%%", c(12.345, 99.9))
vowels <- sapply(strsplit(c("banana", "rhythm", "queue"), ""), function(ch) sum(ch %in% c("a", "e", "i", "o", "u")))
vowels
trimws("   spaces   ")
paste("a", 1:3, sep = "-", collapse = "+")
formatC(c(1, 10, 100), width = 6, flag = "0")
formatC(3.14159, digits = 3, format = "f")
format(c("apple", "fig"), width = 8)
rev(utf8ToInt("abc"))
substring("abcdef", 1:3, 3:5)
strtoi("ff", 16L); strtoi("777", 8L); strtoi("1011", base = 2)
casefold("ABC", upper = FALSE)
gsub("(\\w+)@(\\w+)", "\\2 at \\1", "user@example")
regexpr("o", "hello world")
gregexpr("o", "hello world")[[1]]
unlist(lapply(strsplit("the quick brown fox", " ")[[1]], function(w) paste0(toupper(substring(w, 1, 1)), substring(w, 2))))
startsWith("foobar", "foo"); endsWith("foobar", "bar")
strsplit(c("a,b", "c"), ",")
nchar(c("one", NA, "three"))
