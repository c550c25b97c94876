# Small functions of decompositions and of the session.
traceback(); is.qr(qr(diag(2))); La.svd(matrix(c(2,1,1,3),2)); qr.X(qr(matrix(c(1,2,3,4,5,7),3))); str2expression("a+b"); x <- ts(c(NA,1,2,NA,3,4,5,NA), start=2000); window(na.contiguous(x)); eval(str2expression("1+1"))
