# Answers of read.table and relatives. Run: Rscript read_table.R > read_table.json (R 4.2.2, C.UTF-8)
codes <- c(
  "read.csv(text=\"a,b\\n1,x\\n2,\\n,z\\nNA,NA\")",
  "read.csv(text='a,\"b c\"\\n1,\"x, y\"\\n2,\"he said \"\"hi\"\"\"')",
  "read.table(text=\"a b\\nr1 1 2\\nr2 3 4\")",
  "read.table(text=\"a b c\\n1 2 3\\n4 5\",header=TRUE)",
  "read.table(text=\"a b c\\n1 2 3\\n4 5\",header=TRUE,fill=TRUE)",
  "read.csv(text=\"a,a,1x\\n1,2,3\")",
  "read.csv(text=\"a,b\\n1,2,3\")",
  "read.csv(text=\"a,b,c\\n1,2\")",
  "read.csv(text=\"x\\n T \\nFALSE\")",
  "read.csv(text=\"x\\n1e5\\n0x1F\\n2147483648\")",
  "read.csv(text=\"d,f\\n2024-01-01,b\\n2024-01-02,a\",colClasses=c(\"Date\",\"factor\"))",
  "read.csv(text=\"a,b\\n1,2\",row.names=1)",
  "read.csv(text=\"a,b\\nx,2\\nx,3\",row.names=1)",
  "read.csv(text=\"\")",
  "read.csv(text=\"# c\\na,b\\n1,2\",comment.char=\"#\")",
  "read.csv(text=\"a,b\\n1,2\\n3,4\",nrows=1,stringsAsFactors=TRUE)",
  "read.csv(text=\"a,b\\n 1 , x \\n\",strip.white=TRUE)",
  "read.csv(text=\"a,b\\n1 , x \\n\")",
  "read.table(text=\"'a b' 1\\n\\\"c\\\\\\\"d\\\" 2\")",
  "read.csv(text=\"x\\nabc\",colClasses=\"numeric\")",
  "read.csv(text=\"a,b\\n1,-\\n2,3\",na.strings=\"-\")",
  "read.csv(text=\"a;b\\n1,5;2\",sep=\";\",dec=\",\")",
  "read.csv(text=\"a,b\",header=TRUE)",
  "read.csv(text=\"a,b\\n\\n1,2\\n\\n3,4\",skip=0)",
  "read.csv(text=\"junk\\na,b\\n1,2\",skip=1)",
  "read.csv(text=\"a,b\\n1,\\\"x\\ny\\\"\")",
  "read.csv(text=\"a,b\\nr1,1,2\\nr2,3,4\")"
)
ask <- function(code) {
  out <- list(code = code, text = NULL, error = NULL)
  tryCatch({
    value <- eval(parse(text = code))
    out$text <- paste(c(capture.output(print(value)), capture.output(str(value))), collapse = "\n")
  }, error = function(e) out$error <<- conditionMessage(e))
  out
}
cat(jsonlite::toJSON(lapply(codes, ask), auto_unbox = TRUE, pretty = TRUE, null = "null"), "\n")
