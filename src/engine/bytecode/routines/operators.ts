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
    order = list(range(len(keys)))
    if reverse:
        order.reverse()
    runs = []
    for start in range(0, len(order), 63):
        part = order[start:start + 63]
        count = 1
        if len(part) > 1:
            count = 2
            if keys[part[1]] < keys[part[0]]:
                while count < len(part) and keys[part[count]] < keys[part[count - 1]]:
                    count += 1
                run = part[:count]
                run.reverse()
            else:
                while count < len(part) and not keys[part[count]] < keys[part[count - 1]]:
                    count += 1
                run = part[:count]
        else:
            run = part[:]
        for item in part[count:]:
            low = 0
            high = len(run)
            while low < high:
                middle = (low + high) // 2
                if keys[item] < keys[run[middle]]:
                    high = middle
                else:
                    low = middle + 1
            run.insert(low, item)
        runs.append(run)
    while len(runs) > 1:
        merged = []
        for pair in range(0, len(runs) - 1, 2):
            left = runs[pair]
            at = 0
            run = []
            for item in runs[pair + 1]:
                while at < len(left) and not keys[item] < keys[left[at]]:
                    run.append(left[at])
                    at += 1
                run.append(item)
            merged.append(run + left[at:])
        if len(runs) % 2 == 1:
            merged.append(runs[-1])
        runs = merged
    result = []
    for run in runs:
        if reverse:
            run.reverse()
        for position in run:
            result.append(items[position])
    return result

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
