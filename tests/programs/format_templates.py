# What str.format says of every kind of template
class Holder:
    def __init__(self):
        self.x = {"}": 1, ":": 2, "!r": 3, 0: 4, "-1": 5, "a b": 6}

    def __str__(self):
        return "holder"

templates = """{0.x[}]} {0.x[:]} {0.x[!r]!r} {0.x[0]} {0.x[-1]} {0.x[:]:>{1}} {0} {} {0.x[0]!r:>3} {k[0]} {{0}}
{0[} {0[]} {0.} {0[a} {0[a]b} {a{b}} {0{ {0}} {{0} {1!r:{1}} {0!r:{1 {:{:{}}} {0.x.} {0..x} {[0]} {.x} {0[a].}
{!r {!r: {: {a:b {0! {0!} {0!x} {0!rr} {1!r} } { {k} {z} {k[9]} {k[a]} {0.y} {2} {-1} {00} {0.x[}
{99999999999999999999999} {1:d} {1:s} {0:>9} {k:5}"""
for template in templates.split():
    try:
        print(template, template.format(Holder(), 5, k=[1]))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        print(template, type(error).__name__, error)
for template in ("{} {0}", "{0} {}", "{0!r }", "{ 0}", "{0 }", "{0.x[a b]}", "{0:{}}", "{:{}} {}", "{0:{1}} {0}"):
    try:
        print(template, template.format(Holder(), 5))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        print(template, type(error).__name__, error)
