/** Routines of `collections`: what CPython's own Python source does. */
export const COLLECTIONS_ROUTINES = {
  module: 'collections',
  names: [
    ...(['counterCount', 'counterMerge', 'counterSubtract', 'counterSubtractCounts'] as const),
    ...(['counterElements', 'counterKeepPositive', 'counterAdd', 'counterSubtracted'] as const),
    ...(['counterUnion', 'counterIntersection', 'counterAddInPlace'] as const),
    ...(['counterSubtractInPlace', 'counterUnionInPlace', 'counterIntersectionInPlace'] as const),
  ],
  source: `
def routine_counterCount(self, iterator, more, result):
    for item in iterator:
        self[item] = self.get(item, 0) + 1
    if more:
        self.update(more)
    return result

def routine_counterMerge(self, counts, more, result):
    for item, count in counts.items():
        self[item] = count + self.get(item, 0)
    if more:
        self.update(more)
    return result

def routine_counterSubtract(self, iterator, more):
    for item in iterator:
        self[item] = self.get(item, 0) - 1
    if more:
        self.subtract(more)

def routine_counterSubtractCounts(self, counts, more):
    for item, count in counts.items():
        self[item] = self.get(item, 0) - count
    if more:
        self.subtract(more)

def routine_counterElements(self):
    for item, count in self.items():
        for _ in range(count):
            _yield(item)

def routine_counterKeepPositive(self):
    nonpositive = []
    for item, count in self.items():
        if not count > 0:
            nonpositive.append(item)
    for item in nonpositive:
        del self[item]
    return self

def routine_counterAdd(self, other):
    result = _counter()
    for item, count in self.items():
        newcount = count + other[item]
        if newcount > 0:
            result[item] = newcount
    for item, count in other.items():
        if item not in self and count > 0:
            result[item] = count
    return result

def routine_counterSubtracted(self, other):
    result = _counter()
    for item, count in self.items():
        newcount = count - other[item]
        if newcount > 0:
            result[item] = newcount
    for item, count in other.items():
        if item not in self and count < 0:
            result[item] = 0 - count
    return result

def routine_counterUnion(self, other):
    result = _counter()
    for item, count in self.items():
        other_count = other[item]
        newcount = other_count if count < other_count else count
        if newcount > 0:
            result[item] = newcount
    for item, count in other.items():
        if item not in self and count > 0:
            result[item] = count
    return result

def routine_counterIntersection(self, other):
    result = _counter()
    for item, count in self.items():
        other_count = other[item]
        newcount = count if count < other_count else other_count
        if newcount > 0:
            result[item] = newcount
    return result

def routine_counterAddInPlace(self, other):
    for item, count in other.items():
        self[item] += count
    return _begin("counterKeepPositive", self)

def routine_counterSubtractInPlace(self, other):
    for item, count in other.items():
        self[item] -= count
    return _begin("counterKeepPositive", self)

def routine_counterUnionInPlace(self, other):
    for item, other_count in other.items():
        count = self[item]
        if other_count > count:
            self[item] = other_count
    return _begin("counterKeepPositive", self)

def routine_counterIntersectionInPlace(self, other):
    for item, count in self.items():
        other_count = other[item]
        if other_count < count:
            self[item] = other_count
    return _begin("counterKeepPositive", self)
`,
} as const
