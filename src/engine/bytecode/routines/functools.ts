/** Routines of `functools`. */
export const FUNCTOOLS_ROUTINES = {
  module: 'functools',
  names: ['reduce'],
  source: `
def routine_reduce(function, iterator, value):
    for item in iterator:
        if value is _absent:
            value = item
        else:
            value = function(value, item)
    if value is _absent:
        raise TypeError("reduce() of empty iterable with no initial value")
    return value
`,
} as const
