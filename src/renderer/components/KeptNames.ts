import { h, type FunctionalComponent } from 'vue'

/**
 * A sentence whose names (`Hilo-1`, `Cuenta-2.balance`) are not broken at their hyphens. The text itself is unchanged,
 * so that it can be found, copied and read aloud.
 */
export const KeptNames: FunctionalComponent<{ readonly text: string }> = ({ text }) =>
  text
    .split(/(\s+)/)
    .map((word) =>
      /\w-\w/.test(word) && word.length < 32 ? h('span', { class: 'unbroken' }, word) : word,
    )
KeptNames.props = { text: { type: String, required: true } }
