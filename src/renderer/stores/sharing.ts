import { defineStore } from 'pinia'
import { computed } from 'vue'
import { analyseSharing } from '../../engine/analysis'
import { useProgram } from './program'

/** What the source in the editor says of its threads and locks, before any run; made anew when it changes and is shown. */
export const useSharing = defineStore('sharing', () => {
  const program = useProgram()
  /** Undefined while the program is not accepted. */
  const report = computed(() =>
    program.module === undefined ? undefined : analyseSharing(program.module, program.source),
  )
  return { report }
})
