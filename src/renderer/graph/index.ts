export { default as ResourceGraph } from './ResourceGraph.vue'
