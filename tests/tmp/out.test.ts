import { it } from 'vitest'
import { readFileSync } from 'node:fs'
import { randomScheduler, simulate } from '/work/main/src/engine/schedule'
import { compiled } from '/work/main/tests/support/compiled'
it('x', () => {
  for (const n of process.env.PROGS.split(',')) {
    const r = simulate(compiled(readFileSync(n.includes('/')?n:`/work/main/tests/programs/${n}.py`,'utf8')), randomScheduler(1))
    console.log(n, JSON.stringify(r.outcome), r.trace.length, '\n'+r.output.slice(0,1500))
  }
})
