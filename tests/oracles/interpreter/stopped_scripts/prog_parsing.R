# parsing: expression evaluator, RPN, tokenizer, JSON-ish writer
rpn <- function(expr) {
  st <- c()
  for (tok in strsplit(expr, " ")[[1]]) {
    if (grepl("^-?[0-9.]+$", tok)) st <- c(st, as.numeric(tok))
    else {
      n <- length(st)
      if (n < 2) stop("stack underflow at '", tok, "'")
      b <- st[n]; a <- st[n - 1]
      r <- switch(tok, "+" = a + b, "-" = a - b, "*" = a * b, "/" = a / b, "^" = a^b, stop("unknown token: ", tok))
      st <- c(st[seq_len(n - 2)], r)
    }
    cat(format(tok, width = 4), "->", st, "\n")
  }
  st
}
rpn("3 4 2 * 1 5 - 2 3 ^ ^ / +")
tokenize <- function(s) regmatches(s, gregexpr("[0-9]+\\.?[0-9]*|[-+*/()^]|[a-z]+", s))[[1]]
tokenize("3.5 + foo*(2 - x1)")
to_json <- function(x, indent = 0) {
  pad <- strrep("  ", indent)
  if (is.null(x)) "null"
  else if (is.list(x)) {
    if (!is.null(names(x))) {
      items <- mapply(function(k, v) paste0(pad, "  ", dQuote(k, FALSE), ": ", to_json(v, indent + 1)), names(x), x)
      paste0("{\n", paste(items, collapse = ",\n"), "\n", pad, "}")
    } else paste0("[", paste(sapply(x, to_json, indent = indent + 1), collapse = ", "), "]")
  } else if (is.character(x)) { q <- dQuote(x, FALSE); if (length(x) == 1) q else paste0("[", paste(q, collapse = ", "), "]") }
  else if (is.logical(x)) tolower(as.character(x))
  else if (length(x) == 1) as.character(x)
  else paste0("[", paste(x, collapse = ", "), "]")
}
cat(to_json(list(name = "Widget", tags = c("a", "b"), dims = list(w = 1.5, h = 2), ok = TRUE, nil = NULL, arr = list(1, "x"))), "\n")
walk <- function(e, depth = 0) {
  pad <- strrep("  ", depth)
  if (is.call(e)) { cat(pad, "call: ", deparse(e[[1]]), "\n", sep = ""); for (a in as.list(e)[-1]) walk(a, depth + 1) }
  else if (is.name(e)) cat(pad, "name: ", as.character(e), "\n", sep = "")
  else cat(pad, class(e), ": ", format(e), "\n", sep = "")
}
walk(quote(a + b * f(2, "s", TRUE)))
simplify <- function(e) { if (!is.call(e)) return(e); e[] <- lapply(e, simplify); op <- as.character(e[[1]]); if (op == "*" && (identical(e[[2]], 0) || identical(e[[3]], 0))) return(0); if (op == "*" && identical(e[[2]], 1)) return(e[[3]]); if (op == "+" && identical(e[[2]], 0)) return(e[[3]]); e }
simplify(quote(0 + 1 * x + 0 * y)); simplify(quote(1 * (0 + z)))
roman <- function(n) { v <- c(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1); s <- c("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"); o <- ""; for (i in seq_along(v)) while (n >= v[i]) { o <- paste0(o, s[i]); n <- n - v[i] }; o }
sapply(c(1990, 2008, 1666), roman); from_roman <- function(s) { m <- c(I = 1, V = 5, X = 10, L = 50, C = 100, D = 500, M = 1000); x <- m[strsplit(s, "")[[1]]]; sum(ifelse(c(x[-1], 0) > x, -x, x)) }; from_roman("MCMXC"); sapply(c("IV", "IX", "XL"), from_roman); identical(roman(1994), as.character(utils::as.roman(1994)))
number_words <- function(n) { ones <- c("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"); tens <- c("", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"); if (n < 20) ones[n] else if (n < 100) paste0(tens[n %/% 10], if (n %% 10) paste0("-", ones[n %% 10])) else paste0(ones[n %/% 100], " hundred", if (n %% 100) paste(" and", number_words(n %% 100))) }; sapply(c(7, 42, 100, 345), number_words)
url <- "https://user@example.com:8080/path/page.html?x=1&y=2#top"; m <- regmatches(url, regexec("^(\\w+)://(?:[^@]+@)?([^:/]+):?(\\d*)(/[^?#]*)\\??([^#]*)#?(.*)$", url, perl = TRUE))[[1]]; m; kv <- strsplit(strsplit("x=1&y=2", "&")[[1]], "="); setNames(sapply(kv, `[`, 2), sapply(kv, `[`, 1)); csv_line <- 'a,"b,c",d'; scan(text = csv_line, what = "", sep = ",", quiet = TRUE); morse <- c(a = ".-", b = "-...", c = "-.-."); paste(morse[strsplit("abc", "")[[1]]], collapse = " "); sprintf("%s=%s", names(morse), morse); vapply(strsplit(c("John Smith", "Ann Lee"), " "), function(p) paste0(p[2], ", ", substr(p[1], 1, 1), "."), ""); gsub("(\\d+)", "<\\1>", "a1b22"); regexpr("o", "hello world"); gregexpr("o", "hello world")[[1]]; sub("\\s+$", "", "trail   "); grepl("^\\d{3}-\\d{4}$", c("555-1234", "5555-123")); toupper(gsub("(^|_)([a-z])", "\\2", "snake_case_name")); gsub("(^|_)([a-z])", "\\U\\2", "snake_case_name", perl = TRUE); gsub("([A-Z])", "_\\L\\1", "camelCaseName", perl = TRUE); unlist(lapply(strsplit("a=1;b=2", ";")[[1]], function(p) { kv <- strsplit(p, "=")[[1]]; setNames(as.numeric(kv[2]), kv[1]) })); eval(parse(text = "1 + 2 * 3")); sapply(c("1+1", "2^3"), function(s) eval(parse(text = s))); sprintf("%s", format(c(1.5, 10)))
rpn("1 +")
