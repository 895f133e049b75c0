print("%s tiene %d kWh" % ("CP-1", 12))
print("%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%.2f|%8.3f|%-8.1f|%e|%g" % (3.14159, 3.14159, 3.14159, 31415.9, 0.0001))
print("%r %s" % ("a", "a"))
print("%s" % 5, "%s" % [1, 2], "%s" % None)
print("%d%%" % 50)
print("%x %X %o" % (255, 255, 8))
print("%10s|%-10s|%.2s" % ("abc", "abc", "abc"))
print("%d" % 3.99)
print("%s y %s" % ((1, 2), "x"))
print("%c%c" % ("a", 98))
try:
    "%d" % "x"
except TypeError as error:
    print(error)
try:
    "%s %s" % (1,)
except TypeError as error:
    print(error)
try:
    "%s" % (1, 2)
except TypeError as error:
    print(error)
