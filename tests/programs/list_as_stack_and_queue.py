stack = []
for token in "3 4 + 2 * 7 -".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        right = stack.pop()
        left = stack.pop()
        stack.append({"+": left + right, "-": left - right, "*": left * right}[token])
    print(token, stack)

queue = ["ana", "leo"]
queue.append("eva")
while queue:
    first = queue.pop(0)
    print("serves", first, "waiting", len(queue), queue)
    if first == "ana":
        queue.append("sol")

def balanced(text):
    opened = []
    for character in text:
        if character in "([{":
            opened.append(character)
        elif character in ")]}":
            if not opened or "([{".index(opened.pop()) != ")]}".index(character):
                return False
    return not opened

for text in ("", "()", "([]{})", "(]", "((", "a(b)c]"):
    print(repr(text), balanced(text))
