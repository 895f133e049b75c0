/** `cerrojo.Channel`: messages in the order in which they were sent, each received once. */
import { EVENT } from '../../trace'
import { NONE } from '../value'
import { addItem, itemCount, itemsIn, makeItems, setItems } from './itemList'
import { bindParameters, nothing } from './parameters'
import { PRIMITIVE, type Operation, type PrimitiveType } from './primitive'
import { traceOperation } from './traceOperation'

const ITEMS = PRIMITIVE.fields

const sendall: Operation = {
  name: 'sendall',
  read(_p, args, keywords) {
    const [data = NONE] = bindParameters('Channel.sendall', ['data'], args, keywords)
    return { args: [data], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [data = NONE] }) {
        addItem(p, p.word(object + ITEMS), data)
        traceOperation(p, EVENT.signal, object, sendall, data)
        return NONE
      },
    },
  ],
}

const recv: Operation = {
  name: 'recv',
  read: nothing('Channel.recv'),
  stages: [
    {
      isBlocked: (p, channel) => itemCount(p, p.word(channel + ITEMS)) === 0,
      run(p, { object }) {
        const list = p.word(object + ITEMS)
        const [first = NONE, ...others] = itemsIn(p.memory, list)
        setItems(p, list, others)
        traceOperation(p, EVENT.receive, object, recv, first)
        return first
      },
    },
  ],
}

export const channel: PrimitiveType = {
  words: 1,
  make(p, object, args, keywords) {
    bindParameters('Channel.__init__', [], args, keywords)
    p.memory.write(object + ITEMS, makeItems(p))
  },
  methods: [sendall, recv],
  parts: (memory, object) => itemsIn(memory, memory.word(object + ITEMS)),
}
