# f-strings in the fields of f-strings
word, numbers = "abc", [3, 14, 159]
print(f"{word + f'{word}'} {[f'{n}' for n in numbers]} {', '.join(f'{n:03}' for n in numbers)}")
print(f"""{'nested ' + f'{word} {1 + 1}' + f"{word!r}"} {f'{numbers[0]:>{numbers[0] * 2}}'}""")
print(f"[{f'[{word}]':^9}] [{f'{word:>5}':<7}]")
print(f"{len(f'{word}{word}')} {f'{word}' == word} {f'' + 'x'} {dict(a=f'{word}')['a']} {(lambda x: f'<{x}>')(word)}")
print(f'{"|".join(f"{n:>5}" for n in numbers)}', f"{f'{n}' if (n := len(word)) > 2 else f'short {n}'}")
for title, row in {"one": numbers, "two": numbers[::-1]}.items():
    print(f"{title}: {' '.join(f'{value:{width}d}' for width, value in zip((2, 4, 6), row))}")
