import MarkdownIt from 'markdown-it'
import { computed, defineComponent, h, type VNode } from 'vue'

const parser = new MarkdownIt({ html: false, linkify: false })

type Token = ReturnType<typeof parser.parse>[number]
type Child = VNode | string

/** What of Markdown is shown; every other token shows its text or its children. */
const ELEMENTS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'em',
  'strong',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
])

/** Markdown as virtual nodes: nothing is ever parsed as HTML, links are shown as their text. */
export const MarkdownText = defineComponent({
  name: 'MarkdownText',
  props: { text: { type: String, required: true } },
  setup(props) {
    const nodes = computed(() => render(parser.parse(props.text, {})))
    return () => h('div', { class: 'markdown' }, nodes.value)
  },
})

function render(tokens: readonly Token[]): Child[] {
  const root: Child[] = []
  const open: { readonly tag: string; readonly children: Child[] }[] = []
  const append = (child: Child): unknown => (open.at(-1)?.children ?? root).push(child)
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ tag: elementOf(token.tag), children: [] })
    else if (token.nesting === -1) {
      const closed = open.pop()
      if (closed !== undefined) append(h(closed.tag, closed.children))
    } else for (const child of leaf(token)) append(child)
  }
  return root
}

function leaf(token: Token): Child[] {
  switch (token.type) {
    case 'inline':
      return render(token.children ?? [])
    case 'code_inline':
      return [h('code', token.content)]
    case 'fence':
    case 'code_block':
      return [h('pre', [h('code', token.content)])]
    case 'softbreak':
      return [' ']
    case 'hardbreak':
      return [h('br')]
    case 'hr':
      return [h('hr')]
    default:
      return [token.content]
  }
}

/** Headings begin at the third level: the page has its title and the panel its name. */
function elementOf(tag: string): string {
  const heading = /^h([1-6])$/.exec(tag)
  if (heading !== null) return `h${Math.min(6, Math.max(3, Number(heading[1]) + 1))}`
  return ELEMENTS.has(tag) ? tag : 'span'
}
