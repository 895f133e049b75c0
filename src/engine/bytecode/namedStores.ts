/**
 * Attributes that a program may store by `setattr`. Objects are laid out before the program runs, so a name that is not
 * written there must be guessed: any text of the source that could be a name. What is put together at run time only has no
 * place, and the machine says so.
 */
import { remembered } from '../../base'
import { codeOf, expressionsIn, isIdentifier, type Expression, type Module } from '../language'

/** Names of attributes that `setattr` may store. */
export const namesOfSetattr = remembered((module: Module): readonly string[] => {
  const expressions = codeOf(module).flatMap((body) => expressionsIn(body))
  const names = expressions.flatMap((e) =>
    e.kind === 'call' && isSetattr(e.callee) ? [textOf(e.positional[1])] : [],
  )
  const isKnown =
    names.length === expressions.filter(isSetattr).length && !names.includes(undefined)
  const texts = isKnown ? names : expressions.map(textOf)
  return [
    ...new Set(texts.flatMap((text) => (text !== undefined && isIdentifier(text) ? [text] : []))),
  ]
})

function isSetattr(e: Expression): boolean {
  return e.kind === 'name' && e.scope === 'builtin' && e.name === 'setattr'
}

function textOf(e: Expression | undefined): string | undefined {
  return e?.kind === 'literal' && e.literal.type === 'string' ? e.literal.value : undefined
}
