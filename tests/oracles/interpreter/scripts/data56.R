# Reading, checking and correcting records
txt <- "id|born|weight|email
1|1990-02-30|70,5|ann@x.org
2|1985-07-14|abc|bob(at)y.com
3|1999-12-01|64,0|
3|1999-12-01|64,0|
4||81,25|dan@z.net"
r <- read.table(text = txt, sep = "|", header = TRUE, dec = ",", stringsAsFactors = FALSE, quote = "")
r
sapply(r, class)
r <- unique(r)
nrow(r)
r$born2 <- as.Date(r$born, optional = TRUE, format = "%Y-%m-%d")
r$weight2 <- suppressWarnings(as.numeric(sub(",", ".", r$weight)))
r$valid_mail <- grepl("^[^@ ]+@[^@ ]+\\.[a-z]+$", r$email)
r
bad <- !complete.cases(r[c("born2", "weight2")]) | !r$valid_mail
r[bad, "id"]
problems <- lapply(seq_len(nrow(r)), function(i) {
  p <- character()
  if (is.na(r$born2[i])) p <- c(p, "born")
  if (is.na(r$weight2[i])) p <- c(p, "weight")
  if (!r$valid_mail[i]) p <- c(p, "email")
  p
})
names(problems) <- r$id
problems
lengths(problems)
data.frame(id = names(problems), n = lengths(problems), what = sapply(problems, toString), row.names = NULL)
unlist(problems)
table(unlist(problems))
stack(problems)
for (i in seq_along(problems)) if (length(problems[[i]])) cat("Record", names(problems)[i], "->", paste(problems[[i]], collapse = ", "), "\n")
check <- function(x) {
  if (!is.data.frame(x)) stop("need a data frame")
  if (any(duplicated(x$id))) warning("duplicated ids")
  invisible(TRUE)
}
res <- tryCatch(check(1), error = function(e) conditionMessage(e)); res
withCallingHandlers(check(data.frame(id = c(1, 1))), warning = function(w) { message("W: ", conditionMessage(w)); invokeRestart("muffleWarning") })
tryCatch(check(data.frame(id = c(1, 1))), warning = function(w) print(class(w)))
is.numeric(r$weight2) && all(r$weight2 > 0, na.rm = TRUE)
r$email[r$email == ""] <- NA; r$email <- sub("(at)", "@", r$email, fixed = TRUE); r$email
r$domain <- sapply(strsplit(r$email, "@"), `[`, 2); r[c("id", "domain")]
r[["weight2"]][2] <- mean(r$weight2, na.rm = TRUE); round(r$weight2, 2)
f <- tempfile(fileext = ".csv"); write.csv(r, f, row.names = FALSE, na = ""); back <- read.csv(f, na.strings = ""); str(back)
write.table(r[1:2, 1:3], quote = FALSE, sep = ";", row.names = FALSE)
identical(names(back), names(r)); all.equal(back$weight2, r$weight2)
formatC(r$id, width = 5, flag = "0"); format(r$weight2, nsmall = 1); sprintf("%06.2f", r$weight2); nchar(r$email); rev(r$id)
merge(r[c("id", "weight")], data.frame(id = c(2, 3, 9), ok = TRUE), by = "id", all.y = TRUE)
apply(r[c("id", "weight")], 1, function(z) paste(names(z), z, sep = "=", collapse = ";"))
