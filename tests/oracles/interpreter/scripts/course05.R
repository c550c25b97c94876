# Strings
s <- "The quick brown fox jumps over the lazy dog"
words <- strsplit(s, " ")[[1]]
words
nchar(words)
table(nchar(words))
toupper(substr(words, 1, 1))
cap <- paste0(toupper(substring(words, 1, 1)), substring(words, 2))
paste(cap, collapse = " ")
rev_string <- function(x) paste(rev(strsplit(x, "")[[1]]), collapse = "")
rev_string("stressed")
is_palindrome <- function(x) { y <- tolower(gsub("[^A-Za-z]", "", x)); y == rev_string(y) }
is_palindrome("A man, a plan, a canal: Panama")
letters_freq <- table(strsplit(tolower(gsub("[^a-z]", "", tolower(s))), "")[[1]])
letters_freq
head(sort(letters_freq, decreasing = TRUE), 5)
names(letters_freq)[letters_freq == 1]
caesar <- function(x, k) {
  chartr(paste(c(letters, LETTERS), collapse = ""),
         paste(c(letters[(0:25 + k) %% 26 + 1], LETTERS[(0:25 + k) %% 26 + 1]), collapse = ""), x)
}
caesar("Hello World", 3)
caesar(caesar("Hello World", 3), 23)
emails <- c("ann@uni.edu", "bob at home", "c.d@mail.co.uk", "@bad")
grepl("^[[:alnum:]._]+@[[:alnum:].]+\\.[a-z]+$", emails)
sub("@.*", "", emails)
regmatches(emails, regexpr("[a-z]+", emails))
regmatches("tel 555-1234 and 555-9876", gregexpr("[0-9]{3}-[0-9]{4}", "tel 555-1234 and 555-9876"))
sprintf("%05d", 42L); sprintf("%8.3f|", pi); sprintf("%-10s|", "ab"); sprintf("%e", 12345.678); sprintf("%5.1f%%", 45.678)
sprintf("%s has %d items", c("box", "bag"), 3:4)
trimws("  hi  "); trimws("..hi..", whitespace = "[.]")
format(c("a", "bbb"), width = 6); formatC(c("a", "bbb"), width = 6); formatC(3.14159, digits = 3, format = "g")
strtoi("ff", 16L); strtoi("777", 8); rev(utf8ToInt("abc")); intToUtf8(c(72, 105))
toupper(letters[1:3]); month.name[1:2]; month.abb[12]
startsWith(words, "th"); which(endsWith(words, "s"))
gsub("(\\w+) (\\w+)", "\\2 \\1", "hello world")
gsub("\\b([a-z])", "\\U\\1", "the end of it", perl = TRUE)
unlist(lapply(words, function(w) sum(strsplit(tolower(w), "")[[1]] %in% c("a", "e", "i", "o", "u"))))
cat(strwrap(paste(rep(s, 3), collapse = ". "), width = 50), sep = "\n")
cat(formatC(words, width = 8), sep = "\n")
cat("tab\there\n", 'quote "q"\n', sep = "")
print("quote \"q\" and \\ backslash")
dput(words[1:3])
sprintf("%3d. %s", 1:3, words[1:3])
regexpr("o", s)
gregexpr("o", s)[[1]]
