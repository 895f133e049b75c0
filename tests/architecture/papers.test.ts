import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

const papers = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

function read(paper: string): string {
  return readFileSync(join(ROOT, paper), 'utf8')
}

const FENCE = /^```.*\n([\s\S]*?)^```$/gm

const proseOf = (paper: string): string => read(paper).replaceAll(FENCE, '')
const codeBlocksOf = (paper: string): string[] =>
  [...read(paper).matchAll(FENCE)].map(([all]) => all)
const headingsOf = (paper: string): string[] =>
  [...proseOf(paper).matchAll(/^(#+) (.*)$/gm)].map(([, level, title]) => `${level} ${title}`)

/** GitHub's anchor of a heading. */
function anchorOf(heading: string): string {
  const title = heading.replace(/^#+ /, '').toLowerCase()
  return title.replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
}

/** Links that lead to this repository, as `path#anchor`. */
function linksOf(paper: string): string[] {
  const targets = [...proseOf(paper).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '')
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

function leadsNowhere(paper: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? paper : join(dirname(paper), path)
  if (!existsSync(join(ROOT, target))) return true
  return anchor !== undefined && !headingsOf(target).some((h) => anchorOf(h) === anchor)
}

const FILE_NAME = /^[\w.-]+\.(?:ts|vue|js|json|md|py|yml|css|html|txt)$/
const PATH = /^\.?[\w-][\w.-]*(?:\/[\w.<>-]+)+\/?$|^\.?[\w-][\w.-]*\/$/

/** Made by the build, by npm or by a run; files that a command of the text writes. */
const NOT_KEPT = /^(?:out|dist|node_modules|data|runs)\//

/** What stands in backticks and looks like a path or the name of a file; `<…>` stands for any name. */
function pathsOf(paper: string): string[] {
  const spans = [...proseOf(paper).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '')
  return spans.filter((s) => (PATH.test(s) || FILE_NAME.test(s)) && !NOT_KEPT.test(s))
}

const IGNORED = ['node_modules/**', 'out/**', 'dist/**', '.git/**', 'test-results/**']
const names = new Set(globSync('**/*.*', { cwd: ROOT, exclude: IGNORED }).map((f) => basename(f)))

function isMissing(path: string): boolean {
  if (path.includes('<')) {
    return globSync(path.replaceAll(/<\w+>/g, '*'), { cwd: ROOT }).length === 0
  }
  if (existsSync(join(ROOT, path))) return false
  // A bare name is meant in the folder that the text speaks of.
  return path.includes('/') || !names.has(path)
}

describe.each(papers)('%s', (paper) => {
  it('links to what exists', () => {
    expect(linksOf(paper).filter((link) => leadsNowhere(paper, link))).toEqual([])
  })

  it('names files and folders that exist', () => {
    expect(pathsOf(paper).filter(isMissing)).toEqual([])
  })
})

describe('the two READMEs', () => {
  const [english, spanish] = ['README.md', 'README.es.md'] as const

  it('have the same headings, level by level', () => {
    const levels = (paper: string): string[] => headingsOf(paper).map((h) => h.split(' ')[0] ?? '')
    expect(levels(spanish)).toEqual(levels(english))
  })

  it('have the same blocks of code', () => {
    expect(codeBlocksOf(english)).not.toEqual([])
    expect(codeBlocksOf(spanish)).toEqual(codeBlocksOf(english))
  })

  it('have tables of the same size', () => {
    const rows = (paper: string): number => [...proseOf(paper).matchAll(/^\|/gm)].length
    expect(rows(spanish)).toBe(rows(english))
  })

  it('list every scenario', () => {
    const slugs = globSync('content/scenarios/*/scenario.json', { cwd: ROOT }).map((f) =>
      basename(dirname(f)),
    )
    for (const paper of [english, spanish]) {
      expect(slugs.filter((slug) => !read(paper).includes(`\`${slug}\``))).toEqual([])
    }
  })
})

it('reads the papers it is meant to read', () => {
  expect(papers).toEqual(
    expect.arrayContaining([
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'README.es.md',
      'README.md',
      'docs/adr/README.md',
    ]),
  )
  expect(papers.flatMap(pathsOf).length).toBeGreaterThan(100)
  expect(papers.flatMap(linksOf).length).toBeGreaterThan(10)
})
