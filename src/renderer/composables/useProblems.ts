import { computed } from 'vue'
import { useProgram } from '../stores'
import { useText } from './useText'

/** The diagnostics of the program with their texts; `from` and `to` lie inside the source. */
export function useProblems() {
  const program = useProgram()
  const { t } = useText()
  return computed(() =>
    program.diagnostics.map((diagnostic, index) => {
      const { code, severity, line, column, params } = diagnostic
      const from = Math.min(diagnostic.from, program.source.length)
      return {
        key: `${index} ${code}`,
        severity,
        line,
        column,
        from,
        to: Math.max(from, Math.min(diagnostic.to, program.source.length)),
        message: t(`diagnostics.${code}.message`, params),
        advice: t(`diagnostics.${code}.advice`, params),
      }
    }),
  )
}
