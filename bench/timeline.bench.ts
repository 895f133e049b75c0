/** Frames of the timeline in a browser without a graphics card, beside drawing every interval. */
import type { TimelineAnswer, TimelineQuestion } from './pages/timelineResult'
import { atLeast, median, medianRatio, quantile, type Report } from './harness'

const ROUNDS = 5
const SHARES = [1, 0.3, 0.1, 0.01, 0.001]
const SIZES = [10_000, 100_000, 1_000_000]

export default async function timeline(report: Report): Promise<void> {
  const script = await report.module('pages/timeline.page.ts')
  const browser = await report.browser()
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 768 }, locale: 'en-US' })
    await page.goto('about:blank')
    await page.evaluate("document.documentElement.dataset.theme = 'light'")
    await page.addStyleTag({ path: report.path('../src/renderer/styles/tokens.css') })
    await page.addScriptTag({ path: script, type: 'module' })
    for (const intervals of SIZES) {
      const question: TimelineQuestion = { intervals, rounds: ROUNDS, shares: SHARES }
      rows(
        report,
        intervals,
        await page.evaluate<TimelineAnswer>(`timelineBench(${JSON.stringify(question)})`),
      )
    }
  } finally {
    await browser.close()
  }
}

function rows(report: Report, intervals: number, answer: TimelineAnswer): void {
  const isLargest = intervals === SIZES.at(-1)
  const name = `${intervals.toLocaleString('en')} intervals`
  for (const [i, { ours, naive }] of answer.frames.entries()) {
    const share = SHARES[i] ?? 1
    report.row({
      name: `${name}, ${share * 100} % shown: a frame / drawing each interval`,
      ours: `${median(ours).toFixed(2)} ms`,
      peer: `${median(naive).toFixed(2)} ms`,
      ratio: medianRatio(naive, ours),
      target: isLargest && share === 1 ? atLeast(150) : undefined,
    })
  }
  report.row({
    name: `${name}: building the levels`,
    ours: `${median(answer.build).toFixed(1)} ms`,
    peer: '-',
    ratio: undefined,
    isMet: isLargest ? median(answer.build) <= 40 : undefined,
  })
  const { frame, draw } = answer.motion
  const p95 = quantile(frame, 0.95)
  report.row({
    name: `${name}, panning and zooming: frame p50 / p95; of it drawing p50 / p95`,
    ours: `${median(frame).toFixed(1)} / ${p95.toFixed(1)} ms; ${median(draw).toFixed(1)} / ${quantile(draw, 0.95).toFixed(1)} ms`,
    peer: '-',
    ratio: undefined,
    isMet: p95 <= 17,
  })
  report.row({
    name: `${name}: a deadlock of one event is seen at ${SHARES.map((s) => `${s * 100} %`).join(', ')}`,
    ours: `${answer.visibleAt.length} of ${SHARES.length}`,
    peer: '-',
    ratio: undefined,
    isMet: answer.visibleAt.length === SHARES.length,
  })
}
