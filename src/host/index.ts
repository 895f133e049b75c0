export { readScenarios, type Content, type ContentProblem } from './content'
export { AssistantError, createCrew, usualWorkers } from './crew'
export type { Engine, EngineResult, EngineRun, EngineStart, RunProgress } from './engine'
export { readHostOptions, type HostOptions } from './hostOptions'
export { createLab, type Lab, type LabOptions } from './lab'
export { compileSource, createEngine, type Compilation } from './labEngine'
export { createLiveRunner, type LiveRunner } from './liveRunner'
export { Pace } from './pace'
export {
  createRendererFiles,
  securityHeaders,
  type FileAnswer,
  type RendererFiles,
} from './rendererFiles'
export { createSession, type Session } from './session'
export { readVersion } from './version'
