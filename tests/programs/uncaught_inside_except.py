try:
    {}["a"]
except KeyError as error:
    print("recovers", error)
    [].pop()
