# within, transform, with, assignment forms
d <- data.frame(a = 1:5, b = c(2.5, 3.5, NA, 1, 0), g = c("u", "v", "u", "v", "w"))
d1 <- within(d, {
  c <- a + b
  d <- ifelse(is.na(c), -1, c)
  rm(a)
})
d1
transform(d, a = a * 10, new = b > 1, g = NULL)
transform(d, s = ave(a, g, FUN = sum))
with(d, { m <- mean(b, na.rm = TRUE); b - m })
with(d, table(g, a > 2))
d$b[is.na(d$b)] <- mean(d$b, na.rm = TRUE); d
d[d$g == "u", c("a", "b")] <- list(c(100L, 200L), 0); d
d[["g"]][2] <- "zz"; d$g
d[order(d$g), ]
names(d)[names(d) == "a"] <- "alpha"; names(d)
d[2:3] <- list(b = 5:1, g = letters[1:5]); d
d[c("x", "y")] <- list(1, "k"); d
d[, "x"] <- NULL; d
d <- d[-2, ]; d; rownames(d); d["3", ]; d[3, ]
d$alpha <- NULL; ncol(d)
d <- cbind(nr = seq_len(nrow(d)), d); d
lapply(d, class); vapply(d, typeof, ""); mode(d); typeof(d); attributes(d)
d[sapply(d, is.numeric)] <- lapply(d[sapply(d, is.numeric)], function(x) x / 2); d
d <- rbind(d, d[1, ]); d; duplicated(d); d[!duplicated(d), ]; unique(d$nr)
d[nrow(d) + 1, ] <- NA; d; tail(d, 1); d[complete.cases(d), ]; colSums(is.na(d)); nrow(na.omit(d)); na.omit(d)
e <- data.frame(x = c(a = 1, b = 2, c = 3)); e; e["b", "x"]; e["b", , drop = FALSE]; e[e$x > 1, , drop = FALSE]; e[e$x > 1, ]
rownames(e) <- NULL; e; e$y <- e$x; e$y[2] <- 9; e; e[2, ]; e[["y"]]; e[, 2]; e$z <- list(1, 2:3, "k"); e
is.data.frame(e); inherits(e, "list"); nrow(e[0, ]); str(e[0, ]); summary(e$x); dim(as.matrix(e[1:2]))
f <- data.frame(k = c(3, 1, 2)); f$k[f$k > 1 & f$k < 3] <- 20; f; f[f$k == 20, "k"] <- 0; f; f[["k"]][[1]]; f$k <- f$k + 1:3; f
f <- f[order(f$k), , drop = FALSE]; f; f$cum <- cumsum(f$k); f; f$lag <- c(NA, f$k[-nrow(f)]); f; f$d <- c(NA, diff(f$k)); f
assign("q", 5); get("q"); exists("nonexistent_thing"); rm(q); x <- y <- 3; x + y; `my var` <- 4; `my var`
l <- list(); l$a <- 1; l[["b"]] <- 2:3; l; l["a"] <- NULL; l; str(l); v <- 1:3; v[5] <- 9L; v; v[-1]; names(v) <- letters[1:5]; v
