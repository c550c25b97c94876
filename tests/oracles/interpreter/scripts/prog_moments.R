# Moments made of parts
ISOdate(2024, 1:3, 1)
ISOdate(2024, c(2,13), 30)
ISOdatetime(2024,5,17,8,30,15,tz="UTC")
ISOdate(2024,5,17)
is.na(ISOdate(2024,NA,1))
ISOdate(numeric(0),1,1)

format(as.POSIXct("2024-02-28 17:05:09", tz = "UTC") + 0.678, "%H:%M:%OS2")
format(as.POSIXct("2024-02-28 17:05:09", tz = "UTC"), "%OS3")
format(as.POSIXct("2024-02-28 17:05:09", tz = "UTC"), "%OS")
format(as.POSIXct("2024-02-28 17:05:09", tz = "UTC"), "%H-%S")
