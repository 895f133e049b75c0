def check(balances):
    total = 0
    for balance in balances:
        total += balance
    assert total == 200, f"total {total}"
    return total


print(check([50, 150]))
print("next", end=" ")
print(check([0, 150]))
