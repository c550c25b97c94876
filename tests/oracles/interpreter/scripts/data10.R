# Reading text
txt <- "name;age;height;member
Anna;23;1,68;yes
Bernd;NA;1,82;no
'Carl O''Neil';41;-;yes
Doris;35;1,70;no"
d <- read.table(text = txt, sep = ";", header = TRUE, dec = ",", na.strings = c("NA", "-"), quote = "")
d
str(d)
csv <- "id,group,value,date
1,a,3.5,2020-01-01
2,b,,2020-01-15
3,a,7.25,2020-02-01
4,,1e3,2020-02-20"
e <- read.csv(text = csv)
e
str(e)
e <- read.csv(text = csv, stringsAsFactors = TRUE, na.strings = c("", "NA"))
str(e)
summary(e)
e <- read.csv(text = csv, colClasses = c("character", "factor", "numeric", "Date"))
str(e)
sapply(e, class)
read.csv(text = csv, row.names = 1)
read.csv(text = csv, nrows = 2)
read.csv(text = csv, header = FALSE, skip = 1, col.names = c("i", "g", "v", "d"))
com <- "# measurements
x y   # two columns
1 2.5
2 3.5 # good

3 NA
"
read.table(text = com, header = TRUE)
read.table(text = "1 2 3\n4 5 6")
read.table(text = "a 1\nb 2", row.names = 1, col.names = c("k", "v"))
read.table(header = TRUE, text = "
  city pop area
  Ulm 126329 118.7
  'Bad Tölz' 19000 30.8
")
scan(text = "1 2 3\n4 5")
scan(text = "a,b,,d", what = "", sep = ",")
scan(text = "x 1 y 2", what = list("", 0))
scan(text = "3 4 5", quiet = TRUE)
con <- textConnection("first line\nsecond line\n\nlast")
readLines(con)
close(con)
read.delim(text = "a\tb\n1\tx y\n2\tz")
read.csv2(text = "a;b\n1,5;2\n2,5;3")
dd <- read.csv(text = "my var,2nd,a-b\n1,2,3")
names(dd)
names(read.csv(text = "my var,2nd,a-b\n1,2,3", check.names = FALSE))
read.fwf(textConnection(c("12345678", "abcdefgh")), widths = c(2, 3, 3))
lines <- c("k=1", "m=22")
kv <- do.call(rbind, strsplit(lines, "="))
kv
setNames(as.numeric(kv[, 2]), kv[, 1])
type.convert(c("1", "2", "x"), as.is = TRUE); type.convert(c("1", "2", NA), as.is = TRUE)
count.fields(textConnection("a b c\nd e"), sep = " ")
