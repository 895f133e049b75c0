/** `cerrojo.AtomicInt`: each call is one indivisible step, without a lock. */
import { EVENT } from '../../trace'
import { add as sum, equals, isInteger, typeName } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { fromBoolean, fromSmallInteger, NONE, type Value } from '../value'
import { bindParameters, nothing } from './parameters'
import { PRIMITIVE, type Operation, type PrimitiveType } from './primitive'
import { traceOperation } from './traceOperation'

const VALUE = PRIMITIVE.fields

/** @throws PythonError TypeError */
function integer(p: Processor, value: Value): Value {
  if (isInteger(p.memory, value)) return value
  throw new PythonError('TypeError', `an integer is required, not ${typeName(p.objects, value)}`)
}

const get: Operation = {
  name: 'get',
  read: nothing('AtomicInt.get'),
  looks: true,
  stages: [
    {
      run(p, { object }) {
        const value = p.word(object + VALUE)
        traceOperation(p, EVENT.receive, object, get, value)
        return value
      },
    },
  ],
}

const add: Operation = {
  name: 'add',
  read(p, args, keywords) {
    const [amount = fromSmallInteger(1)] = bindParameters('AtomicInt.add', ['k?'], args, keywords)
    return { args: [integer(p, amount)], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [amount = NONE] }) {
        const value = sum(p.objects, p.word(object + VALUE), amount)
        p.memory.write(object + VALUE, value)
        traceOperation(p, EVENT.exchange, object, add, amount)
        return value
      },
    },
  ],
}

const compareAndSet: Operation = {
  name: 'compare_and_set',
  read(p, args, keywords) {
    const [expected = NONE, value = NONE] = bindParameters(
      'AtomicInt.compare_and_set',
      ['expected', 'value'],
      args,
      keywords,
    )
    return { args: [integer(p, expected), integer(p, value)], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [expected = NONE, value = NONE] }) {
        const isSame = equals(p.objects, p.word(object + VALUE), expected)
        if (isSame) p.memory.write(object + VALUE, value)
        traceOperation(p, EVENT.exchange, object, compareAndSet, fromBoolean(isSame))
        return fromBoolean(isSame)
      },
    },
  ],
}

export const atomicInt: PrimitiveType = {
  words: 1,
  make(p, object, args, keywords) {
    const [value = fromSmallInteger(0)] = bindParameters(
      'AtomicInt.__init__',
      ['value?'],
      args,
      keywords,
    )
    p.memory.write(object + VALUE, integer(p, value))
  },
  methods: [get, add, compareAndSet],
  parts: (memory, object) => [memory.word(object + VALUE)],
}
