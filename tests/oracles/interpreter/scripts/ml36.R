# Models kept in LIBSVM's file format; predictions and decision values by hand from the file
library(e1071)
data(iris)
xi <- as.matrix(iris[, 1:4])
ms <- svm(xi, iris$Species, scale = FALSE, kernel = "linear")
ms
f <- tempfile("svm")
write.svm(ms, svm.file = paste0(f, ".model"), scale.file = paste0(f, ".scale"))
lines <- readLines(paste0(f, ".model"))
lines[1:8]
length(lines) - 8 == ms$tot.nSV
file.exists(paste0(f, ".scale"))
rho <- as.numeric(strsplit(lines[grep("^rho", lines)], " ")[[1]][-1])
all.equal(rho, ms$rho, tolerance = 1e-5)
nsv <- as.integer(scan(text = sub("nr_sv ", "", lines[grepl("nr_sv", lines)]), quiet = TRUE))
nsv
rbind(nsv, ms$nSV)
parts <- strsplit(lines[9:10], " ")
sapply(parts, length)
idx <- regmatches(lines[9], gregexpr("[0-9]+:[-0-9.e]+", lines[9]))[[1]]
do.call(rbind, strsplit(idx, ":"))
binary <- droplevels(iris[iris$Species != "virginica", ])
b <- svm(Species ~ ., binary, kernel = "linear")
z <- scale(as.matrix(binary[, 1:4]), b$x.scale[["scaled:center"]], b$x.scale[["scaled:scale"]])
w <- crossprod(b$SV, b$coefs)
w
d <- z %*% w - b$rho
range(d - attr(predict(b, binary, decision.values = TRUE), "decision.values")) |> abs() |> max() < 1e-8
table(hand = ifelse(d > 0, b$levels[b$labels[1]], b$levels[b$labels[2]]), svm = fitted(b))
unlink(paste0(f, c(".model", ".scale")))
file.exists(paste0(f, ".model"))
