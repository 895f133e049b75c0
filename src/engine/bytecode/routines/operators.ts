/** Routines of operators and built-ins where classes of the program have special methods for them. */
export const OPERATOR_ROUTINES = {
  module: undefined,
  needsOperators: true,
  names: [
    ...(['equal', 'unequal', 'less', 'lessEqual', 'greater', 'greaterEqual'] as const),
    ...(['equalDicts', 'unequalDicts', 'lacks', 'index', 'count', 'remove'] as const),
    ...(['removeFromDeque', 'addEach', 'sortByOwn', 'iterated', 'sequence'] as const),
    ...(['reversedSequence', 'nextOf'] as const),
  ],
  source: `
def routine_equal(a, b):
    if len(a) != len(b) and not isinstance(a, tuple):
        return False
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return False
    return len(a) == len(b)

def routine_unequal(a, b):
    if len(a) != len(b) and not isinstance(a, tuple):
        return True
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return True
    return len(a) != len(b)

def routine_less(a, b):
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return left < right
    return len(a) < len(b)

def routine_lessEqual(a, b):
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return left <= right
    return len(a) <= len(b)

def routine_greater(a, b):
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return left > right
    return len(a) > len(b)

def routine_greaterEqual(a, b):
    for left, right in zip(a, b):
        if left is not right and not left == right:
            return left >= right
    return len(a) >= len(b)

def routine_equalDicts(a, b):
    if len(a) != len(b):
        return False
    for key, value in list(a.items()):
        other = b.get(key, _absent)
        if other is _absent or value is not other and not value == other:
            return False
    return True

def routine_unequalDicts(a, b):
    if len(a) != len(b):
        return True
    for key, value in list(a.items()):
        other = b.get(key, _absent)
        if other is _absent or value is not other and not value == other:
            return True
    return False

def routine_lacks(iterator, value):
    for item in iterator:
        if item is value or item == value:
            return False
    return True

def routine_index(self, value, start, end):
    position = 0
    for item in self:
        if position >= end:
            break
        if position >= start and (item is value or item == value):
            return position
        position += 1
    if isinstance(self, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(repr(value) + (" is not in list" if isinstance(self, list) else " is not in deque"))

def routine_count(self, value):
    found = 0
    for item in self:
        if item is value or item == value:
            found += 1
    return found

def routine_remove(self, value):
    position = 0
    for item in self:
        if item is value or item == value:
            del self[position:position + 1]
            return
        position += 1
    raise ValueError("list.remove(x): x not in list")

def routine_removeFromDeque(self, value):
    position = 0
    for item in self:
        if item is value or item == value:
            del self[position]
            return
        position += 1
    raise ValueError(repr(value) + " is not in deque")

def routine_addEach(self, iterables):
    for iterable in iterables:
        for item in iterable:
            self.add(item)

def routine_sortByOwn(items, keys, reverse):
    taken = items[:]
    order = list(range(len(keys)))
    if reverse:
        order.reverse()
    try:
        for start in range(0, len(order), 63):
            end = min(start + 63, len(order))
            at = start + 1
            if at < end:
                at += 1
                if keys[order[start + 1]] < keys[order[start]]:
                    while at < end and keys[order[at]] < keys[order[at - 1]]:
                        at += 1
                    run = order[start:at]
                    run.reverse()
                    order[start:at] = run
                else:
                    while at < end and not keys[order[at]] < keys[order[at - 1]]:
                        at += 1
            while at < end:
                low = start
                high = at
                while low < high:
                    middle = (low + high) // 2
                    if keys[order[at]] < keys[order[middle]]:
                        high = middle
                    else:
                        low = middle + 1
                order.insert(low, order.pop(at))
                at += 1
        length = 63
        while length < len(order):
            for start in range(0, len(order) - length, 2 * length):
                left = order[start:start + length]
                right = order[start + length:start + 2 * length]
                at = 0
                run = []
                for item in right:
                    while at < len(left) and not keys[item] < keys[left[at]]:
                        run.append(left[at])
                        at += 1
                    run.append(item)
                order[start:start + len(left) + len(right)] = run + left[at:]
            length *= 2
    finally:
        if reverse:
            order.reverse()
        items.clear()
        for position in order:
            items.append(taken[position])

def routine_iterated(function, iterator):
    while True:
        try:
            item = function(iterator)
        except StopIteration:
            return
        _yield(item)

def routine_sequence(container):
    position = 0
    while True:
        try:
            item = container[position]
        except (IndexError, StopIteration):
            return
        _yield(item)
        position += 1

def routine_reversedSequence(container, position):
    while position >= 0:
        try:
            item = container[position]
        except (IndexError, StopIteration):
            return
        _yield(item)
        position -= 1

def routine_nextOf(function, iterator, default):
    if default is _absent:
        return function(iterator)
    try:
        return function(iterator)
    except StopIteration:
        return default
`,
} as const
