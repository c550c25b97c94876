# Spam: bag of words and naive Bayes from scratch
msgs <- c("win money now", "free money offer", "meeting at noon", "lunch at noon tomorrow",
          "win a free prize now", "project meeting tomorrow", "claim your free money prize",
          "are we still on for lunch")
label <- factor(c("spam", "spam", "ham", "ham", "spam", "ham", "spam", "ham"))
tokens <- strsplit(tolower(msgs), "[^a-z]+")
vocab <- sort(unique(unlist(tokens)))
vocab
length(vocab)
dtm <- t(sapply(tokens, function(w) table(factor(w, levels = vocab))))
rownames(dtm) <- paste0("doc", seq_along(msgs))
dtm[, 1:6]
colSums(dtm)
sort(colSums(dtm), decreasing = TRUE)[1:5]
counts <- rowsum(dtm, label)
counts[, c("free", "money", "noon")]
loglik <- log((counts + 1) / (rowSums(counts) + length(vocab)))
round(exp(loglik[, 1:5]), 4)
prior <- log(table(label) / length(label))
prior
classify <- function(text) {
  w <- strsplit(tolower(text), "[^a-z]+")[[1]]
  w <- w[w %in% vocab]
  score <- sapply(levels(label), function(k) prior[[k]] + sum(loglik[k, w]))
  post <- exp(score - max(score)) / sum(exp(score - max(score)))
  list(class = names(which.max(score)), posterior = post)
}
classify("Free lunch tomorrow?")
r <- lapply(c("win a prize", "meeting on money", "noon"), classify)
sapply(r, `[[`, "class")
t(sapply(r, function(z) round(z$posterior, 3)))
library(e1071)
d <- as.data.frame(ifelse(dtm > 0, "yes", "no"), stringsAsFactors = TRUE)
str(d[, 1:4])
nb <- naiveBayes(d, label, laplace = 1)
nb$tables[c("free", "noon")]
table(predict(nb, d), label)
round(predict(nb, d[1:3, ], type = "raw"), 4)
# tf-idf
tf <- dtm / rowSums(dtm)
idf <- log(nrow(dtm) / colSums(dtm > 0))
tfidf <- sweep(tf, 2, idf, "*")
round(tfidf[1:3, c("win", "money", "now")], 4)
cosine <- function(a, b) sum(a * b) / sqrt(sum(a^2) * sum(b^2))
S <- outer(1:8, 1:8, Vectorize(function(i, j) cosine(tfidf[i, ], tfidf[j, ])))
round(S, 2)
table(nchar(vocab))
substr(vocab, 1, 3)
wf <- data.frame(word = vocab, freq = colSums(dtm), row.names = NULL)
head(wf[order(-wf$freq, wf$word), ], 6)
