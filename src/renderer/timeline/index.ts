export { drawLanes, drawMinimap, type Scene } from './draw'
export { hitTest, intervalAt, type Hit } from './hitTest'
export { LEGEND, lookOf, readPalette, STATE_LOOKS, type Palette } from './palette'
export { buildPyramid, buildPyramidInSteps, type Pyramid } from './pyramid'
export {
  centre,
  fitScale,
  isWhole,
  panBy,
  pxPerEvent,
  resize,
  reveal,
  toEvent,
  toPx,
  zoomAt,
  type TimeScale,
} from './scale'
export { sceneRow, sceneRows, type SceneRow } from './sceneModel'
export { threadState } from './threadState'
export { ticks, type Tick } from './ticks'
