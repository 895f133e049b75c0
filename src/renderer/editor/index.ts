export { default as CodeEditor } from './CodeEditor.vue'
export type { LineMarks, ThreadMark } from './lineMarks'
