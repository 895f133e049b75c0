import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { MarkdownText } from './MarkdownText'

const html = (text: string): string =>
  mount(MarkdownText, { props: { text } }).html().replace(/>\s+</g, '><')

describe('notes', () => {
  it('show headings, emphasis, lists and code', () => {
    const shown = html(
      '# Título\n\nUn **cerrojo** y *dos* `hilos`.\n\n- uno\n- dos\n\n```python\nx = 1\n```\n',
    )
    expect(shown).toContain('<h3>Título</h3>')
    expect(shown).toContain('<strong>cerrojo</strong>')
    expect(shown).toContain('<em>dos</em>')
    expect(shown).toContain('<code>hilos</code>')
    expect(shown).toContain('<li>')
    expect(shown).toMatch(/<pre><code>x = 1\s*<\/code><\/pre>/)
  })

  it('show links as their text', () => {
    const shown = html('Ver [el libro](https://example.org).')
    expect(shown).toContain('el libro')
    expect(shown).not.toContain('href')
    expect(shown).not.toContain('<a')
  })

  it('never make elements of HTML in the text', () => {
    const shown = html('<img src=x onerror=alert(1)> y <b>negrita</b>')
    expect(shown).not.toContain('<img')
    expect(shown).not.toContain('<b>')
    expect(shown).toContain('&lt;img')
  })

  it('drop images', () => {
    expect(html('![secreto](x.png)')).not.toContain('<img')
  })
})
