/** Routines of `itertools`, after the equivalents in its documentation and, where those differ, CPython's C code. */
export const ITERTOOLS_ROUTINES = {
  module: 'itertools',
  names: [
    ...(['accumulate', 'chain', 'combinations', 'combinations_with_replacement'] as const),
    ...(['compress', 'count', 'cycle', 'dropwhile', 'filterfalse', 'islice', 'pairwise'] as const),
    ...(['permutations', 'product', 'repeat', 'starmap', 'takewhile', 'zip_longest'] as const),
    ...(['poolsOf'] as const),
  ],
  source: `
def routine_accumulate(iterator, function, total):
    if total is not _absent:
        _yield(total)
    for item in iterator:
        if total is _absent:
            total = item
        elif function is None:
            total = total + item
        else:
            total = function(total, item)
        _yield(total)

def routine_chain(iterables):
    for iterable in iterables:
        for item in iterable:
            _yield(item)

def routine_poolsOf(name, iterables, count):
    pools = []
    for iterable in iterables:
        pools.append(tuple(iterable))
    return _begin(name, pools, count)

def routine_combinations(pools, r):
    pool = pools[0]
    n = len(pool)
    if r <= n:
        indices = list(range(r))
        i = 0
        while i >= 0:
            result = []
            for i in indices:
                result.append(pool[i])
            _yield(tuple(result))
            i = r - 1
            while i >= 0 and indices[i] == i + n - r:
                i -= 1
            if i >= 0:
                indices[i] += 1
                for j in range(i + 1, r):
                    indices[j] = indices[j - 1] + 1

def routine_combinations_with_replacement(pools, r):
    pool = pools[0]
    n = len(pool)
    if n > 0 or r == 0:
        indices = [0] * r
        i = 0
        while i >= 0:
            result = []
            for i in indices:
                result.append(pool[i])
            _yield(tuple(result))
            i = r - 1
            while i >= 0 and indices[i] == n - 1:
                i -= 1
            if i >= 0:
                value = indices[i] + 1
                for j in range(i, r):
                    indices[j] = value

def routine_compress(iterator, selectors):
    for item in iterator:
        selector = next(selectors, _end)
        if selector is _end:
            return
        if selector:
            _yield(item)

def routine_count(value, step):
    while True:
        _yield(value)
        value = value + step

def routine_cycle(iterator):
    saved = []
    for item in iterator:
        saved.append(item)
        _yield(item)
    while saved:
        for item in saved:
            _yield(item)

def routine_dropwhile(function, iterator):
    drops = True
    for item in iterator:
        if drops and function(item):
            continue
        drops = False
        _yield(item)

def routine_filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            _yield(item)

def routine_islice(iterator, following, stop, step):
    count = 0
    while True:
        while count < following:
            if next(iterator, _end) is _end:
                return
            count += 1
        if stop is not None and count >= stop:
            return
        item = next(iterator, _end)
        if item is _end:
            return
        count += 1
        following += step
        if stop is not None and following > stop:
            following = stop
        _yield(item)

def routine_pairwise(iterator):
    before = _end
    for item in iterator:
        if before is not _end:
            _yield((before, item))
        before = item

def routine_permutations(pools, r):
    pool = pools[0]
    n = len(pool)
    if r is None:
        r = n
    if r <= n:
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        i = 0
        while i >= 0:
            result = []
            for i in indices[:r]:
                result.append(pool[i])
            _yield(tuple(result))
            i = r - 1
            while i >= 0:
                cycles[i] -= 1
                if cycles[i] > 0:
                    j = n - cycles[i]
                    indices[i], indices[j] = indices[j], indices[i]
                    break
                indices = indices[:i] + indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
                i -= 1

def routine_product(pools, repeat):
    pools = pools * repeat
    indices = [0] * len(pools)
    for pool in pools:
        if not pool:
            return
    i = 0
    while i >= 0:
        result = []
        for i in range(len(pools)):
            result.append(pools[i][indices[i]])
        _yield(tuple(result))
        i = len(pools) - 1
        while i >= 0:
            indices[i] += 1
            if indices[i] < len(pools[i]):
                break
            indices[i] = 0
            i -= 1

def routine_repeat(value, times):
    while times is None or times > 0:
        if times is not None:
            times -= 1
        _yield(value)

def routine_starmap(function, iterator):
    for args in iterator:
        _yield(function(*args))

def routine_takewhile(function, iterator):
    for item in iterator:
        if not function(item):
            return
        _yield(item)

def routine_zip_longest(iterators, fill):
    iterators = list(iterators)
    left = len(iterators)
    while left > 0:
        items = []
        for i in range(len(iterators)):
            item = _end
            if iterators[i] is not None:
                item = next(iterators[i], _end)
                if item is _end:
                    iterators[i] = None
                    left -= 1
                    if left == 0:
                        return
            items.append(fill if item is _end else item)
        _yield(tuple(items))
`,
} as const
