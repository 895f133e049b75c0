import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { BORDERS, type Border } from './borders'

const SRC = resolve(import.meta.dirname, '../../src')

interface Import {
  readonly file: string
  readonly specifier: string
  readonly isTypeOnly: boolean
}

function scriptOf(file: string): string {
  const text = readFileSync(join(SRC, file), 'utf8')
  if (!file.endsWith('.vue')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1] ?? '').join('\n')
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((e) => e.isTypeOnly)
  )
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest)
  const found: Import[] = []
  for (const node of source.statements) {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) continue
    if (node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) continue
    found.push({ file, specifier: node.moduleSpecifier.text, isTypeOnly: isTypeOnly(node) })
  }
  return found
}

const files = globSync('**/*.{ts,vue}', { cwd: SRC })
  .map((f) => f.replaceAll('\\', '/'))
  .filter((f) => !/\.(test|testing)\.ts$/.test(f) && !f.endsWith('.d.ts'))
  .sort()
const imports = files.flatMap(importsOf)

function isWithin(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`)
}

/** The path of a relative import below src, without its ending. */
function targetOf({ file, specifier }: Import): string {
  return posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')))
}

function violation(border: Border, i: Import): string | undefined {
  const problem = (): string => `${i.file} imports ${i.specifier}: ${border.reason}`
  if (!i.specifier.startsWith('.')) {
    return border.packages.some((p) => i.specifier === p || i.specifier.startsWith(p))
      ? undefined
      : problem()
  }
  const target = `${targetOf(i)}/`
  if (target.startsWith(`${border.folder}/`)) return undefined
  return border.mayImport.some((folder) => target.startsWith(`${folder}/`)) ? undefined : problem()
}

describe('borders', () => {
  it('every file stands in a folder that has a border', () => {
    expect(files.filter((f) => !BORDERS.some((b) => isWithin(f, b.folder)))).toEqual([])
  })

  it('no import crosses a border', () => {
    const problems = imports.flatMap((i) => {
      const border = BORDERS.find((b) => isWithin(i.file, b.folder))
      return border === undefined ? [] : (violation(border, i) ?? [])
    })
    expect(problems).toEqual([])
  })

  it('another folder is entered through its index', () => {
    const problems = imports
      .filter((i) => i.specifier.startsWith('.'))
      .filter((i) => {
        const from = BORDERS.find((b) => isWithin(i.file, b.folder))?.folder
        const to = BORDERS.find((b) => `${targetOf(i)}/`.startsWith(`${b.folder}/`))?.folder
        // A worker file is named by path because a bundler makes it a file of its own.
        return to !== undefined && from !== to && targetOf(i) !== to && !i.specifier.includes('?')
      })
      .map((i) => `${i.file} imports ${i.specifier}`)
    expect(problems).toEqual([])
  })

  it('values are not imported in a circle', () => {
    const edges = new Map<string, string[]>()
    for (const i of imports) {
      if (i.isTypeOnly || !i.specifier.startsWith('.')) continue
      const base = targetOf(i)
      const target = [base, `${base}.ts`, `${base}/index.ts`].find((f) => files.includes(f))
      if (target !== undefined) edges.set(i.file, [...(edges.get(i.file) ?? []), target])
    }
    expect(cycles(edges)).toEqual([])
  })
})

/** Every cycle met on a depth-first walk, as a printed path. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return found
}

it('reads the folder it is meant to read', () => {
  expect(relative(dirname(SRC), SRC)).toBe('src')
  expect(files.length).toBeGreaterThan(10)
})
