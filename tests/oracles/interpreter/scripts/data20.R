# Lists of records to frames
people <- list(
  list(name = "Ann", age = 31, tags = c("r", "sql")),
  list(name = "Bob", age = 25, tags = "python"),
  list(name = "Cid", age = 47, tags = character(0))
)
str(people)
people[[1]]$tags[2]
sapply(people, `[[`, "name")
sapply(people, function(p) length(p$tags))
df <- do.call(rbind, lapply(people, function(p) data.frame(name = p$name, age = p$age)))
df
df$tags <- lapply(people, `[[`, "tags")
df
str(df)
df$tags[[1]]
as.data.frame(do.call(rbind, lapply(people, function(p) p[c("name", "age")])))
do.call(rbind.data.frame, lapply(people, function(p) p[1:2]))
nested <- list(a = list(x = 1, y = list(p = "deep")), b = 2:3)
nested$a$y$p
nested[["a"]][["x"]]
unlist(nested)
names(unlist(nested))
str(nested)
nested
nested$b <- NULL
length(nested)
modifyList(list(a = 1, b = 2), list(b = 3, c = 4))
l <- list(1, "two", c(3, 4), NULL, list(5))
l
length(l)
sapply(l, class)
l[[6]] <- TRUE
l[c(1, 6)]
setNames(list(1, 2), c("u", "v"))
stack(list(u = 1:2, v = 3))
rapply(nested, as.character, how = "unlist")
as.list(1:3)
list(a = 1, b = data.frame(x = 1:2, y = c("q", "r")))
frames <- list(n = data.frame(x = 1:2), s = data.frame(x = 3:5))
sapply(frames, nrow)
all <- do.call(rbind, frames)
all
Map(function(d, nm) transform(d, src = nm), frames, names(frames))
do.call(rbind, unname(Map(cbind, frames, src = names(frames))))
mapply(function(d, k) mean(d$x) * k, frames, c(10, 100))
array(1:4, 4)
split(df$age, df$name)
split(1:6, c(1, 2))
unsplit(split(1:6, c(1, 2)), c(1, 2))
relist(unlist(list(a = 1, b = 2)) * 2, skeleton = list(a = 1, b = 2))
Recall <- NULL
is.null(list()); is.list(df); inherits(df, "data.frame")
rev(list(a = 1, b = "x"))
data.frame(a = 1:2, b = I(list(1, 2:3)))
