import { z } from 'zod'

/** A text in both languages; neither may be empty. */
export const Bilingual = z.strictObject({ es: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof Bilingual>

const PlaceName = z.string().min(1).max(120)

/** One figure of a card in the domain view: the value of a place of the trace, by its name. */
export const DomainField = z.strictObject({
  label: Bilingual,
  place: PlaceName,
  unit: z.string().max(8).optional(),
})

export const DomainCard = z.strictObject({
  title: Bilingual,
  icon: z.enum(['account', 'chargingPoint', 'driver', 'session', 'panel', 'counter']),
  fields: z.array(DomainField).min(1).max(8),
})

/** What the scenario promises of its data; shown as kept or broken, and since which event. */
export const DomainInvariant = z.discriminatedUnion('kind', [
  /** The numeric values of the places add up to `value` whenever no lock is held and no thread is inside an update. */
  z.strictObject({
    kind: z.literal('sum'),
    text: Bilingual,
    places: z.array(PlaceName).min(1).max(32),
    value: z.number(),
  }),
  /** Every key of the dict `keys` has its `field` value in the set `members` (session ⇒ driver connected). */
  z.strictObject({
    kind: z.literal('sessionsHaveDrivers'),
    text: Bilingual,
    sessions: PlaceName,
    drivers: PlaceName,
  }),
  /** At the end of the run, the place has the value. */
  z.strictObject({
    kind: z.literal('final'),
    text: Bilingual,
    place: PlaceName,
    value: z.string().min(1).max(120),
  }),
])

export const Domain = z.strictObject({
  cards: z.array(DomainCard).max(32),
  invariant: DomainInvariant.optional(),
})
export type Domain = z.infer<typeof Domain>
export type DomainInvariant = z.infer<typeof DomainInvariant>

const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

export const VIOLATION_KINDS = ['deadlock', 'stuck', 'assertion', 'exception', 'race'] as const

export const Variant = z.strictObject({
  /** Also the file name: `<id>.py`. */
  id: Identifier,
  title: Bilingual,
  /** Verdict over all interleavings; `kinds` names every kind of violation that can happen. */
  expected: z.strictObject({
    verdict: z.enum(['safe', 'violation']),
    kinds: z.array(z.enum(VIOLATION_KINDS)),
    /** Every final standard output of runs that finish; none when every run is stuck for ever. */
    outcomes: z.array(z.string()),
  }),
  /** The Coffman condition the variant breaks, and what that costs. */
  breaks: z
    .strictObject({
      condition: z.enum(['mutualExclusion', 'holdAndWait', 'noPreemption', 'circularWait']),
      price: Bilingual,
    })
    .optional(),
})
export type Variant = z.infer<typeof Variant>

/** `content/scenarios/<slug>/scenario.json`. */
export const ScenarioFile = z.strictObject({
  slug: Identifier,
  family: z.enum(['bank', 'central', 'engine', 'database', 'classics']),
  order: z.number().int(),
  title: Bilingual,
  summary: Bilingual,
  tags: z.array(z.string().min(1).max(30)).max(12),
  variants: z.array(Variant).min(1).max(12),
  domain: Domain.optional(),
})
export type ScenarioFile = z.infer<typeof ScenarioFile>

/** A scenario as the window gets it: the file, the source of each variant, and the notes. */
export const Scenario = ScenarioFile.extend({
  sources: z.record(Identifier, z.string()),
  /** Markdown, from es.md and en.md. */
  notes: Bilingual,
})
export type Scenario = z.infer<typeof Scenario>
