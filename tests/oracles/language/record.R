# Rscript record.R (in this folder, R 4.2, a UTF-8 locale, package jsonlite) writes
#   deparse.json      every line of inputs.txt, where the sign for Return stands for a newline;
#   parentheses.json  every operator around every kind of operand, on either side.
source("syntax.R", encoding = "UTF-8")

inputs <- readLines("inputs.txt", encoding = "UTF-8")
write_answers(gsub("\u23ce", "\n", inputs), "deparse.json")

binary <- c("?", "=", "<-", "<<-", ":=", "~", "||", "|", "&&", "&", "==", "<", ">=", "!=", "+", "-",
            "*", "/", "%in%", "%%", "%/%", "%o%", ":", "^", "|>", "$", "@", "[", "[[", "::", "**")
unary <- c("-", "+", "!", "~", "?", "*", "&&", "(", "{")
inner <- c(
  paste0("`", binary, "`(b, c)"), paste0("`", unary, "`(b)"),
  "if (b) c", "if (b) c else d", "function(x) b", "for (i in b) c", "while (b) c", "repeat b",
  "break", "f(b)", "f(b)(c)", "1i", "\"s\"", "2", "2L", "NA", "NULL", "`b c`", "`+`(a, b, c)",
  "`-`()", "`if`(a)", "`!`(a, b)"
)
outer <- c(paste0("`", binary, "`(%s, x)"), paste0("`", binary, "`(x, %s)"),
           paste0("`", unary, "`(%s)"), "`if`(%s, x)", "`if`(x, %s)", "`if`(x, %s, z)",
           "`while`(x, %s)", "f(n = %s)", "f(%s, y)")
cases <- unlist(lapply(outer, function(o) vapply(inner, function(i) sub("%s", i, o, fixed = TRUE), "")))
write_answers(unname(cases), "parentheses.json")
