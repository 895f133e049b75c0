odd = {1, 3, 5, 7, 9}
prime = {2, 3, 5, 7}
print(odd | prime, odd & prime, odd - prime, odd ^ prime)
print(odd.union(prime, [11], range(2)), odd.intersection(prime, [3, 5]), odd.difference([1], {9}), odd.symmetric_difference([1, 2]))
print({3, 5} <= odd, odd >= {3}, {3} < odd, odd > odd, odd.issuperset([1]), {1}.issubset(odd), odd.isdisjoint({2, 4}))
work = set(odd)
work.add(11)
work.add(1)
work.discard(3)
work.discard(100)
work.remove(5)
print(sorted(work), len(work), 7 in work)
work.update([2, 4], (6,), {8: "x"})
print(sorted(work))
work.intersection_update(range(6))
print(sorted(work))
work.difference_update([1], [2])
print(sorted(work))
work.symmetric_difference_update([4, 5])
print(sorted(work))
work |= {10}
work &= {5, 10, 15}
work -= {5}
work ^= {1, 2}
print(sorted(work), work.copy() == work, work.copy() is work)
print(work == {1, 2, 10}, work == [1, 2, 10], work != {1})
single = {42}
print(single.pop(), single, set(), bool(single))
work.clear()
print(work)
