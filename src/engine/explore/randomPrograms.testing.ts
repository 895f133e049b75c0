/** Small random programs with threads, for comparing searches with each other. */
import { createPrng, type Prng } from '../../base'

/** Two or three threads over two variables, a list, an object, a dict and two or three locks. Same seed, same program. */
export function randomThreadedProgram(seed: number, isTiny = false): string {
  return programOf(createPrng(seed), isTiny, 1)
}

/** The same, but two or three of the threads run the same function. */
export function randomEqualThreads(seed: number, isTiny = false): string {
  const random = createPrng(seed)
  return programOf(random, isTiny, 2 + random.below(2))
}

/** `equal`: how many threads, at most, run the first function. */
function programOf(random: Prng, isTiny: boolean, equal: number): string {
  const threads = isTiny ? 2 : 2 + random.below(2)
  const lines = [
    'import threading',
    'x = 0',
    'y = 0',
    'items = [0, 0]',
    'table = {"a": 0}',
    'locks = [threading.Lock(), threading.Lock()]',
    'deep = threading.RLock()',
    'class Box:',
    '    def __init__(self):',
    '        self.value = 0',
    '        self.lock = threading.Lock()',
    'box = Box()',
  ]
  for (let t = 0; t < threads; t++) {
    lines.push(`def work_${String(t)}():`, '    global x, y', '    mine = 0')
    const size = isTiny ? 1 : (threads === 2 ? 2 : 1) + random.below(3)
    for (let i = 0; i < size; i++) lines.push(...statement(random, 1, isTiny ? 1 : 0))
  }
  for (let t = 0; t < threads; t++) {
    const target = `work_${String(t < equal ? 0 : t)}`
    lines.push(`t${String(t)} = threading.Thread(target=${target}, name="T${String(t)}")`)
  }
  for (let t = 0; t < threads; t++) lines.push(`t${String(t)}.start()`)
  const joined = random.below(8) === 0 ? threads - 1 : threads
  for (let t = 0; t < joined; t++) lines.push(`t${String(t)}.join()`)
  lines.push('print(x, y, items, box.value, sorted(table))')
  return `${lines.join('\n')}\n`
}

const SIMPLE = [
  ['x += 1'],
  ['y = x + 1'],
  ['x = y'],
  ['items[0] += 1'],
  ['items[1] = x'],
  ['items.append(y)'],
  ['mine = len(items)', 'y = mine'],
  ['box.value += 1'],
  ['x = box.value'],
  ['table["b"] = x'],
  ['table.pop("a", 0)'],
  ['mine = mine + 1'],
  ['print(x)'],
  ['assert x < 2'],
  ['assert len(items) == 2 or y == 0'],
  ['y = table["a"]'],
  ['deep.acquire()', 'x += 1'],
  ['box.lock.acquire()', 'box.value += 1', 'box.lock.release()'],
  ['if locks[0].acquire(blocking=False):', '    x += 1', '    locks[0].release()'],
  ['if locks[1].acquire(timeout=0.5):', '    y += 1', '    locks[1].release()'],
  ['for item in items:', '    mine += item', 'y = mine'],
  ['locks[0].release()'],
] as const

function statement(random: Prng, depth: number, nesting: number): string[] {
  const indent = '    '.repeat(depth)
  const body = (): string[] => {
    const count = 1 + random.below(2)
    return Array.from({ length: count }, () => statement(random, depth + 1, nesting + 1)).flat()
  }
  const choice = nesting < 2 ? random.below(10) : 9
  const lock = ['locks[0]', 'locks[1]', 'box.lock', 'deep'][random.below(4)] ?? 'deep'
  if (choice < 4) return [`${indent}with ${lock}:`, ...body()]
  if (choice === 4) return [`${indent}if x == ${String(random.below(3))}:`, ...body()]
  if (choice === 5) return [`${indent}for _ in range(2):`, ...body()]
  const simple = SIMPLE[random.below(SIMPLE.length)] ?? SIMPLE[0]
  return simple.map((line) => `${indent}${line}`)
}
