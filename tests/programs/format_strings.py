word = "abc"
print(f"[{word}] [{word:s}] [{word:6}] [{word:<6}] [{word:>6}] [{word:^6}] [{word:^7}] [{word:*^7}] [{word:.2}] [{word:>6.2}]")
print(f"[{word!r}] [{word!s:>5}] [{word!r:>7}] [{'ñ'!a}] [{'ñ'!r}] [{word!r:.3}] [{'':5}] [{'':*<3}] [{word:06}] [{word:<06}]")
print(f"[{'😀':>3}] [{'ñ':^3}] [{'a':😀^3}] [{'tab	':6}]")
print(f"{{}} {{{word}}} {word}{word} {'{'}{'}'}" f" joined {word}" "{plain}")
print(f"{word=} {word = } {word=!s} {word=:>5} {len(word)=} {word.upper()=}")
width, fill, align = 8, "-", "^"
print(f"[{word:{width}}] [{word:{fill}{align}{width}}] [{3.14159:{width}.{2}f}] [{word:>{width - 2}}]")
print(f"{[1, 'a']} {(1,)} {dict(a=1)} {None} {True} {{1}} {range(3)} {int} {len}")
print(f"{'nested ' + f'{word} {1 + 1}'} {word[1]} {word[::-1]} {'yes' if word else 'no'} {(lambda x: x * 2)(3)}")
print(f'{"double"} {word.replace("a", "A")} {"a" in word}', f"""multi
{word}
line""")
for text in ("5d", "05.1f", "=5", ",", "+", "x", "Z", "3.2.1", "10s5", "<>5", "#", "é"):
    try:
        print(repr(text), format(word, text))
    except ValueError as error:
        print(repr(text), error)
