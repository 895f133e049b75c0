/** What `litmus.json` says of a program and its twin. */
import { z } from 'zod'

const KINDS = ['deadlock', 'stuck', 'assertion', 'exception', 'livelock', 'starvation'] as const

const Count = z.string().regex(/^(0|[1-9]\d*)$/)

const Expectation = z
  .strictObject({
    /** Over all interleavings; outcomes that differ and races are no violation. */
    verdict: z.enum(['safe', 'violation']),
    /** Every kind of violation that some interleaving shows. */
    kinds: z.array(z.enum(KINDS)),
    /**
     * Every output of the interleavings in which all threads end without an exception, sorted, with how many
     * interleavings end so where that number is finite and has been derived.
     */
    outcomes: z.array(z.strictObject({ output: z.string(), interleavings: Count.optional() })),
    /** All interleavings, those that fail or wait for ever included. Absent where there is no end of them. */
    interleavings: Count.optional(),
    /** Pairs of source lines of unordered conflicting accesses. Absent where accesses are of whole containers. */
    races: z
      .array(z.tuple([z.int().positive(), z.int().positive()]).refine(([a, b]) => a <= b))
      .optional(),
    /** Where the numbers come from. */
    derivation: z.string().min(10),
  })
  .refine(({ verdict, kinds }) => (verdict === 'safe') === (kinds.length === 0))
  .refine(({ outcomes }) => {
    const outputs = outcomes.map(({ output }) => output)
    return JSON.stringify(outputs) === JSON.stringify([...new Set(outputs)].sort())
  })
export type Expectation = z.infer<typeof Expectation>

export const LitmusFile = z.strictObject({ broken: Expectation, fixed: Expectation })
