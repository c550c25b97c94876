# Library system (list of records, search, sort, update), Rosetta "sort by key", etc.
books <- list(
  list(id = 1L, title = "R in Action", author = "Kabacoff", year = 2011, tags = c("r", "stats")),
  list(id = 2L, title = "Advanced R", author = "Wickham", year = 2014, tags = c("r", "programming")),
  list(id = 3L, title = "The Art of R Programming", author = "Matloff", year = 2011, tags = "programming")
)
titles <- vapply(books, `[[`, character(1), "title")
titles
years <- sapply(books, function(b) b$year); range(years)
find_by <- function(field, value) Filter(function(b) value %in% b[[field]], books)
length(find_by("tags", "r"))
find_by("author", "Matloff")
df <- do.call(rbind, lapply(books, function(b) data.frame(b[c("id", "title", "author", "year")], n_tags = length(b$tags))))
df
df[order(-df$year, df$title), c("title", "year")]
all_tags <- unlist(lapply(books, `[[`, "tags")); table(all_tags)
idx <- split(rep(titles, lengths(lapply(books, `[[`, "tags"))), all_tags); idx
books[[2]]$year <- 2019; books[[2]]$year
books[[4]] <- list(id = 4L, title = "New"); length(books); names(books[[4]])
str(books[3:4])
sapply(books, function(b) if (is.null(b$author)) NA else b$author)
cat(sprintf("%d. %-28s (%s)\n", df$id, df$title, df$year), sep = "")
cat(paste0("* ", titles, collapse = "\n"), "\n")
wish <- setNames(vector("list", 3), c("x", "y", "z")); wish$y <- "set"; wish; sapply(wish, is.null)
nested <- list(level1 = list(level2 = list(level3 = "deep"))); nested$level1$level2$level3; nested[["level1"]][["level2"]][["level3"]] <- "changed"; str(nested); nested$level1$new <- 1:3; names(nested$level1)
m <- sapply(books[1:3], function(b) c(b$id, b$year)); m; dimnames(m) <- list(c("id", "year"), titles); m
t(m)
df$author <- factor(df$author); levels(df$author); df$decade <- paste0(df$year %/% 10 * 10, "s"); df; tapply(df$n_tags, df$decade, sum); aggregate(n_tags ~ year, df, sum); merge(df[, c("id", "title")], data.frame(id = c(1, 3), price = c(30, 25.5)), by = "id"); nrow(df[df$year > 2011, ]); df[df$author == "Wickham", "title"]; df[["title"]][3]; with(df, tapply(title, year, paste, collapse = " / ")); apply(df[, c("id", "year")], 1, sum); colnames(df)[4]; df$year <- NULL; ncol(df); names(df); df[nrow(df) + 1, ] <- list(9L, "X", NA, 0L, "2020s"); df; complete.cases(df); rev(seq_len(nrow(df))); df[sample(1)[0], ]; is.data.frame(df[1]); is.data.frame(df[, 1]); df[2:3, 1]; df[-1, ]; head(df, 1); rbind(df, df[1, ])[5, ]; lapply(df, class)$author; within(df, { id <- id * 10L }); unsplit(split(df$id, df$decade), df$decade); unlist(list(a = list(b = 1, c = list(d = 2)))); rapply(list(1, "a", list("b")), toupper, classes = "character", how = "unlist"); mapply(function(t, y) paste0(t, " [", y, "]"), titles, years, USE.NAMES = FALSE); vapply(books, function(b) length(b), 1L); array(unlist(books[[1]][c("id", "year")]))
