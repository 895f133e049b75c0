import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Scenario, ScenarioFile } from '../contract'

/** A scenario that was left out, and why. */
export interface ContentProblem {
  /** The scenario's folder, below `scenarios/`. */
  readonly folder: string
  readonly reason: string
}

export interface Content {
  readonly scenarios: readonly Scenario[]
  readonly problems: readonly ContentProblem[]
}

const FAMILIES = ScenarioFile.shape.family.options

/**
 * Reads `<contentFolder>/scenarios/<slug>/`: scenario.json, `<variant>.py`, es.md, en.md. A broken scenario is reported
 * and left out. Sorted by family (in the contract's order), then `order`, then slug.
 */
export async function readScenarios(contentFolder: string): Promise<Content> {
  const root = join(contentFolder, 'scenarios')
  let folders: string[]
  try {
    const entries = await readdir(root, { withFileTypes: true })
    folders = entries.filter((e) => e.isDirectory()).map((e) => e.name)
  } catch (error) {
    return { scenarios: [], problems: [{ folder: '.', reason: reasonOf(error) }] }
  }
  const scenarios: Scenario[] = []
  const problems: ContentProblem[] = []
  const read = async (folder: string): Promise<void> => {
    try {
      scenarios.push(await readScenario(root, folder))
    } catch (error) {
      problems.push({ folder, reason: reasonOf(error) })
    }
  }
  await Promise.all(folders.map(read))
  return {
    scenarios: scenarios.sort(byFamilyAndOrder),
    problems: problems.sort((a, b) => compareText(a.folder, b.folder)),
  }
}

async function readScenario(root: string, folder: string): Promise<Scenario> {
  const text = (name: string): Promise<string> => readFile(join(root, folder, name), 'utf8')
  const file = ScenarioFile.parse(JSON.parse(await text('scenario.json')))
  if (file.slug !== folder)
    throw new Error(`scenario.json: slug "${file.slug}" is not the name of its folder`)
  const [es, en, ...sources] = await Promise.all([
    text('es.md'),
    text('en.md'),
    ...file.variants.map(async ({ id }): Promise<[string, string]> => [id, await text(`${id}.py`)]),
  ])
  return Scenario.parse({ ...file, sources: Object.fromEntries(sources), notes: { es, en } })
}

function byFamilyAndOrder(a: Scenario, b: Scenario): number {
  return (
    FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) ||
    a.order - b.order ||
    compareText(a.slug, b.slug)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `scenario.json: ${z.prettifyError(error)}`
  return error instanceof Error ? error.message : String(error)
}
