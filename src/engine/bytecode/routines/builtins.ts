/** Routines of built-in functions, types and their methods, and of `collections`. */
export const BUILTIN_ROUTINES = {
  module: undefined,
  names: [
    ...([
      'call',
      'callOne',
      'callTwo',
      'sorted',
      'sortList',
      'extreme',
      'sum',
      'any',
      'all',
    ] as const),
    ...(['collect', 'take', 'contains', 'addAll', 'extendList', 'extendOperand', 'next'] as const),
    ...(['map', 'mapMany', 'filter', 'zip', 'zipStrict', 'enumerate', 'callIterator'] as const),
    ...(['missing', 'propertyValue', 'hasProperty', 'setProperty'] as const),
  ],
  source: `
def routine_call(function):
    return function()

def routine_callOne(function, argument):
    return function(argument)

def routine_callTwo(function, first, second):
    return function(first, second)

def routine_sorted(items, key, reverse):
    keys = items
    if key is not None:
        keys = []
        for item in items:
            keys.append(key(item))
    _sort(items, keys, reverse)
    return items

def routine_sortList(self, items, key, reverse):
    try:
        keys = items
        if key is not None:
            keys = []
            for item in items:
                keys.append(key(item))
        _sort(items, keys, reverse)
    except BaseException:
        _restore(self, items)
        raise
    if _restore(self, items):
        raise ValueError("list modified during sort")

def routine_missing(dictionary, key, factory):
    value = factory()
    dictionary[key] = value
    return value

def routine_propertyValue(getter, self, default):
    try:
        return getter(self)
    except AttributeError:
        if default is _absent:
            raise
        return default

def routine_hasProperty(getter, self):
    try:
        getter(self)
    except AttributeError:
        return False
    return True

def routine_setProperty(setter, self, value):
    setter(self, value)

def routine_extreme(name, items, key, default):
    found = _absent
    greatest = _absent
    for item in items:
        value = item if key is None else key(item)
        if greatest is _absent:
            found = item
            greatest = value
        elif (value > greatest) if name == "max" else (value < greatest):
            found = item
            greatest = value
    if found is not _absent:
        return found
    if default is not _absent:
        return default
    raise ValueError(name + "() arg is an empty sequence")

def routine_sum(iterator, total):
    for item in iterator:
        total = total + item
    return total

def routine_any(iterator):
    for item in iterator:
        if item:
            return True
    return False

def routine_all(iterator):
    for item in iterator:
        if not item:
            return False
    return True

def routine_collect(iterator):
    items = []
    for item in iterator:
        items.append(item)
    return items

def routine_take(iterator, most):
    items = []
    for item in iterator:
        items.append(item)
        if len(items) == most:
            break
    return items

def routine_contains(iterator, value):
    for item in iterator:
        if item is value or item == value:
            return True
    return False

def routine_addAll(self, iterator):
    for item in iterator:
        self.add(item)
    return self

def routine_extendList(self, iterator):
    for item in iterator:
        self.append(item)

def routine_extendOperand(self, iterator):
    for item in iterator:
        self.append(item)
    return self

def routine_next(iterator, default):
    for item in iterator:
        return item
    if default is _absent:
        raise StopIteration
    return default

def routine_map(function, iterator):
    for item in iterator:
        _yield(function(item))

def routine_mapMany(function, iterators):
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _end)
            if item is _end:
                return
            items.append(item)
        _yield(function(*items))

def routine_filter(function, iterator):
    for item in iterator:
        if item if function is None else function(item):
            _yield(item)

def routine_zip(iterators):
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _end)
            if item is _end:
                return
            items.append(item)
        _yield(tuple(items))

def routine_zipStrict(iterators):
    while len(iterators) > 0:
        items = []
        for iterator in iterators:
            item = next(iterator, _end)
            if item is _end:
                break
            items.append(item)
        ended = len(items)
        if ended < len(iterators):
            if ended > 0:
                raise ValueError(_zipLength(ended, 'shorter'))
            for other in range(1, len(iterators)):
                if next(iterators[other], _end) is not _end:
                    raise ValueError(_zipLength(other, 'longer'))
            return
        _yield(tuple(items))

def routine_enumerate(iterator, start):
    for item in iterator:
        _yield((start, item))
        start += 1

def routine_callIterator(function, sentinel):
    while True:
        item = function()
        if item == sentinel:
            return
        _yield(item)
`,
} as const
