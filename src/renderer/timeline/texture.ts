import type { Paint } from './palette'

const cache = new Map<string, CanvasPattern>()
const SIZE = 8

/** The texture of a paint as a repeating pattern in its ink; undefined for plain ones. Kept per ink and kind. */
export function textureFill(
  context: CanvasRenderingContext2D,
  paint: Paint,
): CanvasPattern | undefined {
  if (paint.texture === 'solid' || paint.texture === 'underlined' || paint.texture === 'thin')
    return undefined
  const key = `${paint.texture} ${paint.ink}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = context.createPattern(tile(paint), 'repeat')
  if (made === null) return undefined
  cache.set(key, made)
  return made
}

function tile(paint: Paint): OffscreenCanvas {
  const canvas = new OffscreenCanvas(SIZE, SIZE)
  // In main memory: without a graphics card every fill would fetch the tile again.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return canvas
  context.globalAlpha = 0.34
  context.strokeStyle = paint.ink
  context.fillStyle = paint.ink
  context.lineWidth = 1
  if (paint.texture === 'dotted') {
    context.fillRect(1, 1, 2, 2)
    context.fillRect(5, 5, 2, 2)
    return canvas
  }
  // Lines reach over the edges so that tiles join without a notch.
  for (const shift of [-SIZE, 0, SIZE]) {
    context.moveTo(shift - 1, SIZE + 1)
    context.lineTo(shift + SIZE + 1, -1)
    if (paint.texture === 'crossed') {
      context.moveTo(shift - 1, -1)
      context.lineTo(shift + SIZE + 1, SIZE + 1)
    }
  }
  context.stroke()
  return canvas
}

/** `#rrggbb` as the bytes of an ImageData word on little-endian machines (every machine a browser runs on): 0x00bbggrr. */
export function colourBytes(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16)
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)
}
