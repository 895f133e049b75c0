import { describe, expect, it } from 'vitest'
import { readOptions } from './options'

describe('command line', () => {
  const read = (line: string, environment = 'en_US.UTF-8') =>
    readOptions(line === '' ? [] : line.split(' '), environment)

  it.each([
    ['run a.py', { command: 'run', file: 'a.py', seed: 0, scheduler: 'random', isJson: false }],
    ['run a.py --seed 7 --scheduler round-robin', { seed: 7, scheduler: 'round-robin' }],
    ['run a.py --scheduler pct', { scheduler: 'pct' }],
    ['run a.py --live', { command: 'live', runs: 1, timeout: 10 }],
    ['live a.py --runs 50 --timeout 2.5 --json', { runs: 50, timeout: 2.5, isJson: true }],
    ['live a.py', { checksModel: false, saveSchedule: undefined }],
    ['live a.py --check-against-model', { command: 'live', checksModel: true }],
    ['live a.py --save-schedule s.json', { command: 'live', saveSchedule: 's.json' }],
    ['trace a.py --format csv -o t.csv', { format: 'csv', output: 't.csv' }],
    ['check a.py', { workers: undefined, reduction: true }],
    ['check a.py --workers 3 --no-reduction', { workers: 3, reduction: false }],
    ['lint a.py --lang es', { command: 'lint', locale: 'es' }],
    ['--help', { command: 'help' }],
    ['', { command: 'help' }],
  ])('%s', (line, expected) => {
    expect(read(line)).toMatchObject({ ok: true, value: expected })
  })

  it.each([
    ['fly a.py', 'unknownCommand'],
    ['run a.py b.py', 'tooManyFiles'],
    ['run a.py --seed x', 'badNumber'],
    ['run a.py --seed -1', 'badOption'],
    ['run a.py --seed=-1', 'badNumber'],
    ['live a.py --runs 0', 'badNumber'],
    ['live a.py --timeout 1000', 'badNumber'],
    ['check a.py --workers 0', 'badNumber'],
    ['run a.py --scheduler fair', 'unknownScheduler'],
    ['trace a.py --format pdf', 'unknownFormat'],
    ['run a.py --colour', 'badOption'],
    ['live a.py --check-against-model=yes', 'badOption'],
  ])('%s is refused as %s', (line, key) => {
    expect(read(line)).toMatchObject({ ok: false, error: { key } })
  })

  it('speaks the language of the environment unless told otherwise', () => {
    expect(read('run a.py', 'es_ES.UTF-8')).toMatchObject({ value: { locale: 'es' } })
    expect(read('run a.py --lang en', 'es_ES.UTF-8')).toMatchObject({ value: { locale: 'en' } })
    expect(read('run a.py', 'C')).toMatchObject({ value: { locale: 'en' } })
  })
})
