# More S3, queue, stack, matrix class, temperature class, inheritance
Stack <- function() structure(list(items = list()), class = "Stack")
push <- function(s, x) UseMethod("push"); pop <- function(s) UseMethod("pop"); size <- function(s) UseMethod("size")
push.Stack <- function(s, x) { s$items[[length(s$items) + 1]] <- x; s }
pop.Stack <- function(s) { n <- length(s$items); if (n == 0) stop("stack is empty"); v <- s$items[[n]]; s$items[[n]] <- NULL; list(stack = s, value = v) }
size.Stack <- function(s) length(s$items)
print.Stack <- function(x, ...) { cat("<Stack of", size(x), "items>\n"); for (i in rev(x$items)) cat("  ", format(i), "\n"); invisible(x) }
s <- Stack(); s <- push(s, 1); s <- push(s, "two"); s <- push(s, TRUE)
s
r <- pop(s); r$value; r$stack; size(r$stack)
tryCatch(pop(Stack()), error = function(e) print(e))
animal <- function(name, sound, cls = NULL) structure(list(name = name, sound = sound), class = c(cls, "animal"))
speak <- function(x, ...) UseMethod("speak")
speak.animal <- function(x, ...) { cat(x$name, "says", x$sound, "\n"); invisible(x) }
speak.dog <- function(x, ...) { cat("Wagging tail: "); NextMethod() }
d <- animal("Rex", "woof", "dog"); speak(d); speak(animal("Tom", "meow"))
print(unclass(d)); inherits(d, what = "animal"); class(d) <- rev(class(d)); speak(d)
d
temp <- function(x, unit = "C") structure(list(v = x, unit = unit), class = "temp")
"==.temp" <- function(e1, e2) e1$v == e2$v
"<.temp" <- function(e1, e2) e1$v < e2$v
"+.temp" <- function(e1, e2) temp(e1$v + e2$v)
format.temp <- function(x, ...) paste0(x$v, "\u00b0", x$unit)
print.temp <- function(x, ...) cat(format(x), "\n")
temp(20) + temp(5); temp(20) == temp(20); temp(1) < temp(0)
as.character.temp <- function(x, ...) format(x); as.character(temp(3)); paste(as.character(temp(3)))
summary.animal <- function(object, ...) { cat("An animal called", object$name, "\n"); invisible(NULL) }; summary(d)
mean.temp <- function(x, ...) mean(x$v); mean(temp(c(1, 2, 3)))
"[[.temp" <- function(x, i) x$v[i]; tt <- temp(c(5, 6)); tt[[2]]
"$<-.locked" <- function(x, name, value) stop("object is locked"); l <- structure(list(a = 1), class = "locked"); tryCatch(l$a <- 2, error = function(e) cat(conditionMessage(e), "\n"))
"[<-.even" <- function(x, i, value) { if (any(value %% 2 != 0)) stop("odd"); y <- unclass(x); y[i] <- value; structure(y, class = "even") }; ev <- structure(c(2, 4), class = "even"); ev[1] <- 8; ev; try(ev[2] <- 3)
poly <- function(...) structure(list(co = c(...)), class = "polynom"); print.polynom <- function(x, ...) { k <- seq_along(x$co) - 1; cat(paste0(x$co, ifelse(k == 0, "", ifelse(k == 1, "x", paste0("x^", k))), collapse = " + "), "\n") }; predict.polynom <- function(object, newx, ...) sapply(newx, function(z) sum(object$co * z^(seq_along(object$co) - 1))); p <- poly(1, 2, 3); p; predict(p, 0:2)
Math.temp <- function(x, ...) temp(get(.Generic)(x$v, ...)); round(temp(2.567), 1); sqrt(temp(16)); Summary.temp <- function(..., na.rm = FALSE) { v <- unlist(lapply(list(...), function(t) t$v)); get(.Generic)(v, na.rm = na.rm) }; max(temp(c(3, 9)), temp(5)); range(temp(c(3, 9)))
sort.deck <- function(x, decreasing = FALSE, ...) "sorted deck"; sort(structure(list(), class = "deck")); rev.deck <- function(x) "rev deck"; rev(structure(list(), class = "deck")); unique.deck <- function(x, ...) "u"; unique(structure(1, class = "deck")); dim.deck <- function(x) c(7, 7); dim(structure(1, class = "deck")); t.deck <- function(x) "t"; t(structure(1, class = "deck")); c.deck <- function(...) "combined"; c(structure(1, class = "deck"), 2); seq_along(structure(list(1, 2), class = "zz")); as.list(structure(list(a = 1), class = "zz")); structure(list(a = 1), class = "zz"); structure(1:3, class = "num"); structure(1:3, note = "hello"); print(structure(list(x = 1, y = "b"), class = "rec2")); methods(speak); as.data.frame(structure(list(a = 1:2, b = 3:4), class = "data.frame", row.names = 1:2)); all.equal(temp(1), temp(1)); identical(temp(1), temp(2)); is.list(temp(1)); names(temp(1)); str(d); update_name <- function(x, value) { x$name <- value; x }; update_name(d, "Max")$name; d$name; length(d); toString(1:3); speak(5)
