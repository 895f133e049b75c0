import { useLenses } from '../stores'
import { lookOf, sceneRow, type SceneRow } from '../timeline'
import { NO_INDEX } from '../../engine/trace'
import { useText } from './useText'

/** Words for the intervals of the timeline: in tooltips, in the table and on the bars. */
export function useIntervalText() {
  const lenses = useLenses()
  const { t, number } = useText()

  function laneText(row: Pick<SceneRow, 'lane'>): string {
    return t(row.lane.kind === 'thread' ? 'ui.timeline.threadLane' : 'ui.timeline.lockLane', {
      name: row.lane.name,
    })
  }

  function rowText(row: SceneRow): string {
    return t(row.about === undefined ? 'ui.timeline.intervalText' : 'ui.timeline.intervalAbout', {
      lane: laneText(row),
      state: t(`ui.interval.${row.state}`),
      from: number(row.first + 1),
      to: number(row.last + 1),
      about: row.about ?? '',
    })
  }

  function rowOf(lane: number, interval: number): SceneRow | undefined {
    const { timeline, trace } = lenses
    return timeline && trace && sceneRow(timeline, trace, lane, interval)
  }

  /** Texts of a bar from long to short: state with what it is about, the state, its letter. */
  function barTexts(lane: number, interval: number): readonly string[] {
    const { timeline } = lenses
    if (timeline === undefined) return []
    const { name } = lookOf(timeline.state[interval] ?? 0)
    const state = t(`ui.interval.${name}`)
    const letter = t(`ui.intervalLetter.${name}`)
    const hasSubject = (timeline.subject[interval] ?? NO_INDEX) !== NO_INDEX
    const about = hasSubject ? rowOf(lane, interval)?.about : undefined
    return about === undefined ? [state, letter] : [`${state}: ${about}`, about, letter]
  }

  return { laneText, rowText, rowOf, barTexts }
}
