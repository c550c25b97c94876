# Sorting, ranking and top n
df <- data.frame(team = c("Reds", "Blues", "Greens", "Golds", "Blacks", "Whites"),
                 league = c("N", "S", "N", "S", "N", "S"),
                 points = c(45, 50, 45, 38, NA, 50),
                 diff = c(12, 20, 15, -3, 0, 18))
df[order(df$points, decreasing = TRUE), ]
df[order(-df$points, -df$diff), ]
df[order(df$league, -df$points), ]
df[order(df$league, df$team, decreasing = c(TRUE, FALSE), method = "radix"), ]
df[order(df$points, na.last = NA), "team"]
df[do.call(order, df[c("league", "points")]), ]
df[rev(order(df$team)), 1:2]
rank(df$points); rank(df$points, na.last = "keep"); rank(df$points, ties.method = "first")
rank(df$team)
sort(df$team, decreasing = TRUE); sort(c(TRUE, FALSE, TRUE)); sort(c(b = 2, a = 1)); sort(c(2.5, NA, 1), na.last = FALSE)
order(c("b", "A", "a", "B")); sort(c("b", "A", "a", "B", "_x", "1")); sort(c("item10", "item2", "Item1"))
df$rank <- rank(-df$points, ties.method = "min", na.last = "keep")
df
df$place <- match(df$points, sort(unique(df$points), decreasing = TRUE)); df
head(df[order(-df$points), ], 2)
by_league <- split(df, df$league)
by_league
lapply(by_league, function(d) head(d[order(-d$points, -d$diff), "team"], 1))
do.call("rbind", lapply(by_league, function(d) d[order(-d$points)[1:2], c("team", "points")]))
tops <- tapply(df$points, df$league, max, na.rm = TRUE); tops
merge(df, data.frame(league = names(tops), best = as.vector(tops)))
sapply(by_league, nrow); mapply(function(d, n) head(d$team, n), by_league, 1:2)
which(df$points == max(df$points, na.rm = TRUE))
df[which(df$points > 40), ]
df[df$points > 40, ]
subset(df, points > 40 & diff > 15, -place)
cut(df$points, c(0, 40, 45, 50)); findInterval(df$points, c(40, 45, 50)); table(cut(df$diff, breaks = 3))
is.unsorted(df$diff); rev(df); df[, order(names(df))]
df[nrow(df) + 1, ] <- list("Browns", "N", 41, 1, NA, NA); df
df[df == "N"] <- "North"; df$league
colnames(df) <- toupper(names(df)); df[1, ]
quantile(df$POINTS, na.rm = TRUE); cumsum(!is.na(df$POINTS)); mean(df$DIFF, trim = 0.2)
order(c(3, 1, 2), decreasing = TRUE); sort.int(c(3, 1, 2), index.return = TRUE); rev(sort(table(df$LEAGUE)))
