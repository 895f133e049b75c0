/**
 * Places of the nodes and edges of a lock-order graph: locks on an ellipse, from the top clockwise in the order of the
 * source; edges bowed to their left, so that opposite orders of two locks stay apart; a lock after itself as a loop.
 */
import type { SharingReport } from '../../engine/analysis'

export interface PlacedLock {
  readonly lock: number
  readonly xPx: number
  readonly yPx: number
  /** Its name stands above it, where no edge comes from. */
  readonly isNameAbove: boolean
}

export interface PlacedOrder {
  readonly key: string
  /** Index into the edges of the order. */
  readonly edge: number
  readonly isInCycle: boolean
  readonly path: string
  readonly labelXPx: number
  readonly labelYPx: number
}

export interface OrderLayout {
  readonly locks: readonly PlacedLock[]
  readonly orders: readonly PlacedOrder[]
  readonly heightPx: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Half the size of a node. */
export const LOCK_PX = 18
const MARGIN_X_PX = 76
const MARGIN_Y_PX = 44
const LEAST_HEIGHT_PX = 190
const MOST_HEIGHT_PX = 340
const BOW_PX = 36
const LOOP_PX = 58
/** Distance of a label from its line. */
const LABEL_PX = 14

export function layoutOrder({ order }: SharingReport, widthPx: number): OrderLayout {
  const locks = [...new Set(order.edges.flatMap(({ held, wanted }) => [held, wanted]))]
  locks.sort((a, b) => a - b)
  const heightPx =
    locks.length <= 2
      ? LEAST_HEIGHT_PX
      : Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, widthPx * 0.7))
  const centre = { x: widthPx / 2, y: heightPx / 2 }
  const places = new Map(
    locks.map((lock, i) => [lock, onEllipse(i, locks.length, centre)] as const),
  )
  const cycle = new Set(
    order.cycle.map((lock, i) => `${lock} ${order.cycle[(i + 1) % order.cycle.length] ?? lock}`),
  )
  const orders = order.edges.flatMap(({ held, wanted }, edge) => {
    const [from, to] = [places.get(held), places.get(wanted)]
    if (from === undefined || to === undefined) return []
    const key = `${held} ${wanted}`
    const drawn = held === wanted ? loop(from) : bow(from, to)
    return [{ key, edge, isInCycle: cycle.has(key), ...drawn }]
  })
  const placed = [...places].map(([lock, { x, y }]) => {
    return { lock, xPx: x, yPx: y, isNameAbove: y < centre.y - 1 }
  })
  return { locks: placed, orders, heightPx }
}

/** One lock in the middle, two side by side, more around. */
function onEllipse(index: number, count: number, { x, y }: Point): Point {
  if (count === 1) return { x, y: y + 24 }
  const start = count === 2 ? Math.PI : -Math.PI / 2
  const angle = start + (2 * Math.PI * index) / count
  const [rx, ry] = [Math.max(60, x - MARGIN_X_PX), y - MARGIN_Y_PX]
  return { x: x + rx * Math.cos(angle), y: y + ry * Math.sin(angle) }
}

type Drawn = Pick<PlacedOrder, 'path' | 'labelXPx' | 'labelYPx'>

function bow(from: Point, to: Point): Drawn {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const [ux, uy] = [dx / length, dy / length]
  const start = { x: from.x + ux * (LOCK_PX + 4), y: from.y + uy * (LOCK_PX + 4) }
  const end = { x: to.x - ux * (LOCK_PX + 8), y: to.y - uy * (LOCK_PX + 8) }
  const middle = { x: (start.x + end.x) / 2 + uy * BOW_PX, y: (start.y + end.y) / 2 - ux * BOW_PX }
  return {
    path: `M${start.x} ${start.y} Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    labelXPx: (start.x + end.x) / 4 + middle.x / 2 + uy * LABEL_PX,
    labelYPx: (start.y + end.y) / 4 + middle.y / 2 - ux * LABEL_PX,
  }
}

function loop({ x, y }: Point): Drawn {
  const top = y - LOCK_PX - LOOP_PX
  return {
    path: `M${x - 10} ${y - LOCK_PX - 2} C${x - 48} ${top} ${x + 48} ${top} ${x + 12} ${y - LOCK_PX - 5}`,
    labelXPx: x,
    labelYPx: top + LOOP_PX / 4 - LABEL_PX,
  }
}
