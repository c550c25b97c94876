# Text analysis of a poem
poem <- c("Two roads diverged in a yellow wood,",
  "And sorry I could not travel both",
  "And be one traveler, long I stood",
  "And looked down one as far as I could")
cat(poem, sep = "\n")
words <- unlist(strsplit(tolower(gsub("[[:punct:]]", "", poem)), "\\s+"))
length(words)
freq <- sort(table(words), decreasing = TRUE)
freq[freq > 1]
head(freq, 4)
as.data.frame(freq, stringsAsFactors = FALSE)[1:4, ]
names(freq)[1:3]
barplot(freq[1:5])
wl <- split(words, nchar(words))
sapply(wl, length)
wl[["6"]]
first <- substr(words, 1, 1)
tapply(words, first, function(w) paste(sort(unique(w)), collapse = ", "))
df <- data.frame(word = words, len = nchar(words))
aggregate(len ~ word, df[1:5, ], mean)
longest <- words[nchar(words) == max(nchar(words))]
longest
vowels <- sapply(gregexpr("[aeiou]", words), function(m) sum(m > 0))
table(vowels)
rbind(words[1:4], vowels[1:4])
sprintf("%s has %d letters", head(unique(words), 3), nchar(head(unique(words), 3)))
for (l in seq_along(poem)) cat(sprintf("%2d: %s (%d words)\n", l, poem[l], length(strsplit(poem[l], " ")[[1]])))
toupper(poem[1]); casefold(poem[1], upper = TRUE); nchar(poem); rev(poem)[1]
which(grepl("one", poem)); regexpr("one", poem)[1:4]; sub("And", "&", poem)
formatC(poem, width = 40); formatC(poem, width = -40); format(poem, width = 42)[1]
strtrim(poem, 10); substring(poem[1], 1:3, 3:5); sprintf("%10s|", "abc"); rev(strsplit("a b c", " ")[[1]])
paste(poem[1:2], collapse = " / "); paste("Line", 1:2, sep = "_"); paste(c("a", NA)); paste0("x", character(0)); nchar(c("one", NA, "")); is.na(NA_character_)
pigLatin <- function(w) if (grepl("^[aeiou]", w)) paste0(w, "way") else sub("^([^aeiou]+)(.*)$", "\\2\\1ay", w)
unname(sapply(words[1:6], pigLatin))
sapply(words[1:3], pigLatin)
make.names(c("a b", "1x", "ok")); make.unique(c("a", "a", "b")); abbreviate("international business", 8); sprintf("%s", list("a", 1, TRUE)); sprintf("%d%%", 10L); sprintf("%+d", 5L); sprintf("%x", 255L); sprintf("%o", 8L); sprintf("%5s|%-5s|", "a", "b"); sprintf("%.3s", "abcdef"); sprintf("%*d", 5, 42L); sprintf("Name: %s", c(a = "x")); shQuote("it's"); dQuote("a", FALSE); sQuote("b", FALSE); noquote("c"); encodeString("a\nb"); rawToChar(as.raw(c(72, 105))); charToRaw("Hi"); utf8ToInt("A"); chartr("abc", "xyz", "aabbcc"); rev(1:0); strsplit("a1b2", "[0-9]"); strsplit(c("a-b", "c"), "-"); unlist(strsplit("2024-01-02", "-")); as.numeric("12.5"); as.numeric("abc"); grepl("a.c", "abc", fixed = TRUE); regexpr("b+", "abbb"); sprintf("%s is %f feet tall", "Sven", 7.1); gsub(" +", " ", "a   b  c"); sub("(.*)-(.*)", "\\2-\\1", "x-y"); toupper(NA); tolower("ÄB"); nchar("héllo"); substr("héllo", 2, 3); sprintf("%5s|", "é"); rev(utf8ToInt("é")); outer(c("a", "b"), 1:2, paste0); letters %in% c("c", "d") |> which(); mapply(function(a, b) substr(a, b, b), c("abc", "def"), 2:3); vapply(strsplit(c("ab cd", "ef gh"), " "), `[`, "", 2); sprintf("Total: %s", format(1234.5, big.mark = ",", nsmall = 2)); month.name[as.integer(substr("2024-03-01", 6, 7))]; sprintf("%08.2f", 3.14159); sprintf("%3d|%-3d|", 5L, 5L); format(c(0.1, 0.123456789), digits = 3); trimws(format(1e6, big.mark = ",", width = 12)); gsub("^0+", "", "00123"); sprintf("%s", 1.5); sprintf("%s", 1L); sprintf("%d", 3)
