export { default as ResourceGraph } from './ResourceGraph.vue'
export { default as StateGraphView } from './StateGraphView.vue'
