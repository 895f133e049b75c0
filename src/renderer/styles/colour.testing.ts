/**
 * Contrast (WCAG 2.2, relative luminance) and difference (CIEDE2000; Sharma, Wu, Dalal 2005) of colours, also as seen
 * with the three dichromacies (Machado, Oliveira, Fernandes 2009, severity 1).
 */
type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

export const VISIONS = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

function linear(hex: string): Triple {
  const channel = (from: number): number => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const luminance = (rgb: Triple): number => dot(rgb, [0.2126, 0.7152, 0.0722])

export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

function lab(hex: string, vision: keyof typeof VISIONS): Triple {
  const clamp = (c: number): number => Math.min(1, Math.max(0, c))
  const seen = linear(hex)
  const [r, g, b] = VISIONS[vision]
  const rgb: Triple = [clamp(dot(r, seen)), clamp(dot(g, seen)), clamp(dot(b, seen))]
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f(dot(rgb, [0.4124564, 0.3575761, 0.1804375]) / 0.95047)
  const y = f(luminance(rgb))
  const z = f(dot(rgb, [0.0193339, 0.119192, 0.9503041]) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const RADIANS = Math.PI / 180
const hue = (a: number, b: number): number =>
  a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS + 360) % 360

export function difference(one: string, two: string, vision: keyof typeof VISIONS): number {
  const [l1, a1, b1] = lab(one, vision)
  const [l2, a2, b2] = lab(two, vision)
  const chroma = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const stretch = 1 + 0.5 * (1 - Math.sqrt(chroma / (chroma + 25 ** 7)))
  const c1 = Math.hypot(a1 * stretch, b1)
  const c2 = Math.hypot(a2 * stretch, b2)
  const h1 = hue(a1 * stretch, b1)
  const h2 = hue(a2 * stretch, b2)
  const isGrey = c1 * c2 === 0
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180
  const cMean = (c1 + c2) / 2
  const hSum = h1 + h2
  const hMean = isGrey
    ? hSum
    : Math.abs(h1 - h2) <= 180
      ? hSum / 2
      : hSum < 360
        ? hSum / 2 + 180
        : hSum / 2 - 180
  const cos = (factor: number, shift: number): number =>
    Math.cos((factor * hMean + shift) * RADIANS)
  const weight = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63)
  const lMean = ((l1 + l2) / 2 - 50) ** 2
  const dl = (l2 - l1) / (1 + (0.015 * lMean) / Math.sqrt(20 + lMean))
  const dc = (c2 - c1) / (1 + 0.045 * cMean)
  const dh =
    (2 * Math.sqrt(c1 * c2) * Math.sin((turn * RADIANS) / 2)) / (1 + 0.015 * cMean * weight)
  const rotation = 60 * Math.exp(-(((hMean - 275) / 25) ** 2)) * RADIANS
  const cross = -2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) * Math.sin(rotation)
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + cross * dc * dh)
}
