# Values written to R's own file format and read again.
f <- tempfile(fileext = ".rds"); saveRDS(list(a=1,b="x",c=NULL,d=c(TRUE,NA)), f); str(readRDS(f)); saveRDS(iris, f); identical(readRDS(f), iris); str(readRDS(f))
x <- matrix(1:6, 2, dimnames = list(NULL, c("a", "b", "c"))); saveRDS(x, f); readRDS(f); saveRDS(c(a=1.5,b=NA,c=NaN,d=-Inf), f, compress = FALSE); readRDS(f); saveRDS(as.Date("2024-01-02") + 0:2, f); readRDS(f)
saveRDS(mtcars, f); all.equal(readRDS(f), mtcars); saveRDS(c("a", NA, "\u00e9"), f); readRDS(f); saveRDS(1:10, f); readRDS(f); saveRDS(NULL, f); is.null(readRDS(f)); saveRDS(table(mtcars$cyl), f); readRDS(f); saveRDS(3+2i, f); readRDS(f)
readRDS("nofile.rds")
