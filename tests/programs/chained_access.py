data = {"cps": [{"id": 1, "sessions": {"a": (10, [1, 2])}}, {"id": 2, "sessions": {}}]}
print(data["cps"][0]["sessions"]["a"][1][-1])
data["cps"][0]["sessions"]["a"][1].append(3)
data["cps"][1]["sessions"]["b"] = data["cps"][0]["sessions"].pop("a")
print(data)
data["cps"][1]["id"] += 40
data["cps"][0]["tags"] = ["x"] * 2
print(data["cps"][1]["id"], len(data["cps"][0]["tags"]))
for cp in data["cps"]:
    for key in sorted(cp):
        print(cp["id"], key, cp[key])
del data["cps"][0]["tags"][0]
print(data["cps"][0])
matrix = [[1, 2], [3, 4]]
matrix[1][0], matrix[0][1] = matrix[0][1], matrix[1][0]
matrix[0][0] **= 2
print(matrix)
print("a,b;c,d".split(";")[1].split(",")[0].upper()[0])
print({1: {2: {3: "deep"}}}[1][2][3][::-1])
print(str([1, 2])[1:-1].split(", "), [[1, 2], [3]][0][1], (1, (2, 3))[1][0])
