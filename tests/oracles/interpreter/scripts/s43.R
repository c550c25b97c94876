# Text mining: word counts, frequencies, n-grams, a table of terms.
text <- "The quick brown fox jumps over the lazy dog. The dog barks; the fox runs away! Is the fox quick? Yes, the fox is quick."
clean <- tolower(gsub("[[:punct:]]", "", text))
words <- strsplit(clean, "\\s+")[[1]]
length(words)
freq <- sort(table(words), decreasing = TRUE)
freq
head(freq, 3)
names(freq)[1:3]
as.data.frame(freq, stringsAsFactors = FALSE)[1:5, ]
freq[freq > 1]
freq["fox"]
stop_words <- c("the", "is", "over")
kept <- words[!words %in% stop_words]
rev(sort(tapply(rep(1, length(kept)), kept, sum)))[1:4]
nchar(unique(words))
tapply(words, nchar(words), function(w) paste(unique(w), collapse = " "))
bigrams <- paste(head(words, -1), tail(words, -1))
b <- table(bigrams)
b[b >= 2]
sentences <- unlist(strsplit(text, "(?<=[.!?;])\\s*", perl = TRUE))
sentences
vapply(strsplit(sentences, " "), length, 1L)
docs <- c(d1 = "apple banana apple", d2 = "banana cherry", d3 = "apple cherry cherry")
tok <- strsplit(docs, " ")
terms <- sort(unique(unlist(tok)))
dtm <- t(sapply(tok, function(w) table(factor(w, terms))))
dtm
idf <- log(nrow(dtm) / colSums(dtm > 0))
round(sweep(dtm / rowSums(dtm), 2, idf, "*"), 4)
cosine <- function(a, b) sum(a * b) / sqrt(sum(a^2) * sum(b^2))
outer(1:3, 1:3, Vectorize(function(i, j) round(cosine(dtm[i, ], dtm[j, ]), 3)))
sprintf("%-8s|%5d|", terms, colSums(dtm))
cat(formatC(names(freq), width = -10), sep = "\n")
cat(paste0(toupper(substring(terms, 1, 1)), substring(terms, 2)), sep = ", "); cat("\n")
regmatches(text, gregexpr("\\b[a-z]{5}\\b", text))[[1]]
sub("(\\w+) (\\w+)", "\\2 \\1", docs)
table(strsplit(gsub("[^a-z]", "", clean), "")[[1]])
grepl("fox", sentences); regexpr("fox", text)
