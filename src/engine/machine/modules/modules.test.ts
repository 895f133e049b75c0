import { describe, expect, it } from 'vitest'
import { MODULES } from '../../bytecode'
import { ANNOTATION_MODULE, MODULE_MEMBERS } from '../../language'
import { moduleMember } from '../builtins'
import { moduleConstant } from './index'

describe('modules', () => {
  it('are the same in the language and in bytecode', () => {
    expect([...MODULES, ANNOTATION_MODULE].sort()).toEqual(Object.keys(MODULE_MEMBERS).sort())
  })

  it('have a value for every member a program may read, names of types aside', () => {
    const absent = Object.entries(MODULE_MEMBERS).flatMap(([module, members]) =>
      (module === ANNOTATION_MODULE ? [] : members).filter(
        (member) =>
          moduleMember(module, member) === undefined &&
          moduleConstant(module, member) === undefined &&
          !MODULES.some((within) => within === `${module}.${member}`),
      ),
    )
    expect(absent).toEqual([])
  })
})
