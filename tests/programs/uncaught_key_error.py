prices = {"pen": 1, (1, 2): 3}
print(prices[(1, 2)])
try:
    print(prices["cup"])
finally:
    print("closing")
