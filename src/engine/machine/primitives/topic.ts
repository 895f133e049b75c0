/**
 * `cerrojo.Topic`: an append-only log. The topic and each subscription read it from the beginning, each by an offset of
 * its own, so that a value goes to every reader.
 */
import { EVENT } from '../../trace'
import type { Memory } from '../memory'
import type { Processor } from '../processor'
import { addressOf, fromAddress, fromSmallInteger, NONE, type Value } from '../value'
import { addItem, itemCount, itemsIn, makeItems } from './itemList'
import { bindParameters, nothing, timeoutOf } from './parameters'
import { PRIMITIVE, type Operation, type PrimitiveType } from './primitive'
import { traceOperation } from './traceOperation'
import { makeView, notMade } from './view'

/** In both: how many values were read; the topic (of a topic: itself). */
const OFFSET = PRIMITIVE.fields
const TOPIC = PRIMITIVE.fields + 1
const ITEMS = PRIMITIVE.fields + 2
const NAME = PRIMITIVE.fields + 3

const topicOf = (memory: Memory, reader: number): number => addressOf(memory.word(reader + TOPIC))

function itemsOf(p: Processor, reader: number): Value {
  return p.word(topicOf(p.memory, reader) + ITEMS)
}

const send: Operation = {
  name: 'send',
  read(_p, args, keywords) {
    const [value = NONE] = bindParameters('Topic.send', ['value'], args, keywords)
    return { args: [value], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [value = NONE] }) {
        const offset = itemCount(p, p.word(object + ITEMS))
        addItem(p, p.word(object + ITEMS), value)
        traceOperation(p, EVENT.signal, object, send, value)
        return fromSmallInteger(offset)
      },
    },
  ],
}

function pollOf(owner: string): Operation {
  const poll: Operation = {
    name: 'poll',
    read(p, args, keywords) {
      const [timeout] = bindParameters(`${owner}.poll`, ['timeout?'], args, keywords)
      return { args: [], timeout: timeoutOf(p, timeout) }
    },
    stages: [
      {
        isBlocked: (p, reader) => p.word(reader + OFFSET) >= itemCount(p, itemsOf(p, reader)),
        run(p, { object }) {
          const offset = p.word(object + OFFSET)
          p.memory.write(object + OFFSET, offset + 1)
          const value = itemsIn(p.memory, itemsOf(p, object))[offset] ?? NONE
          traceOperation(p, EVENT.receive, topicOf(p.memory, object), poll, value)
          return value
        },
        expire(p, { object }) {
          traceOperation(p, EVENT.giveUp, topicOf(p.memory, object), poll, NONE)
          return NONE
        },
      },
    ],
  }
  return poll
}

const subscribe: Operation = {
  name: 'subscribe',
  read: nothing('Topic.subscribe'),
  stages: [
    {
      run(p, { object }) {
        traceOperation(p, EVENT.look, object, subscribe, NONE)
        return makeView(p, 'Subscription', object, TOPIC, 2)
      },
    },
  ],
}

export const topic: PrimitiveType = {
  words: 4,
  make(p, object, args, keywords) {
    const [name = NONE] = bindParameters('Topic.__init__', ['name'], args, keywords)
    p.memory.write(object + TOPIC, fromAddress(object))
    p.memory.write(object + ITEMS, makeItems(p))
    p.memory.write(object + NAME, name)
  },
  methods: [send, pollOf('Topic'), subscribe],
  attribute: (p, object, name) => (name === 'name' ? p.word(object + NAME) : undefined),
  parts: (memory, object) => [
    memory.word(object + NAME),
    ...itemsIn(memory, memory.word(object + ITEMS)),
  ],
}

export const subscription: PrimitiveType = {
  words: 2,
  make: notMade,
  methods: [pollOf('Subscription')],
  root: topicOf,
  parts: (memory, object) => [memory.word(object + TOPIC)],
}
