/** Routines of `dataclasses`: what goes through the values of fields (Lib/dataclasses.py, _asdict_inner and _astuple_inner). */
export const DATACLASSES_ROUTINES = {
  module: 'dataclasses',
  names: ['asdictOf', 'astupleOf', 'replaceFields'],
  source: `
def routine_asdictOf(value):
    if isinstance(value, dict):
        result = {}
        for key, item in value.items():
            result[_asdict(key)] = _asdict(item)
        return result
    items = []
    for item in value:
        items.append(_asdict(item))
    if isinstance(value, list):
        return items
    return tuple(items)

def routine_astupleOf(value):
    if isinstance(value, dict):
        result = {}
        for key, item in value.items():
            result[_astuple(key)] = _astuple(item)
        return result
    items = []
    for item in value:
        items.append(_astuple(item))
    if isinstance(value, list):
        return items
    return tuple(items)

def routine_replaceFields(function, instance, changes):
    return type(instance)(**function(instance, changes))
`,
} as const
