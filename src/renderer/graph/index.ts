export { default as OrderDrawing } from './OrderDrawing.vue'
export { default as OrderTable } from './OrderTable.vue'
export { default as ResourceGraph } from './ResourceGraph.vue'
export { default as StateGraphView } from './StateGraphView.vue'
