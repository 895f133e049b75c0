import { describe, expect, it } from 'vitest'
import { pythonVersion, runPython } from './python'

async function outputOf(source: string): Promise<string> {
  const { exitCode, output, errors } = await runPython('-c', source)
  expect(exitCode, errors).toBe(0)
  return output
}

if (pythonVersion() !== undefined) {
  describe('companion module', () => {
    it('makes the table anew in every process, once', async () => {
      const child = `from cerrojo import ChargingDatabase
print(ChargingDatabase("a.db").get_cp(1)["kwh"])`
      const output = await outputOf(`import subprocess, sys
from cerrojo import ChargingDatabase
ChargingDatabase("a.db").add_kwh(1, 3)
print(ChargingDatabase("a.db").get_cp(1)["kwh"], flush=True)
subprocess.run([sys.executable, "-c", """${child}"""])`)
      expect(output).toBe('3.0\n0.0\n')
    })

    it('raises DatabaseLocked after the busy timeout and writes nothing', async () => {
      const output = await outputOf(`import sqlite3, time
from cerrojo import ChargingDatabase, DatabaseLocked
for busy_timeout in (0, 0.2):
    database = ChargingDatabase("a.db", busy_timeout=busy_timeout)
    other = sqlite3.connect("a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    try:
        database.set_kwh(1, 9)
    except DatabaseLocked as error:
        print(error, time.monotonic() - start >= busy_timeout)
    other.execute("ROLLBACK")
    print(database.get_cp(1)["kwh"])`)
      expect(output).toBe('database is locked True\n0.0\n'.repeat(2))
    })

    it('reads while another thread writes', async () => {
      const output = await outputOf(`import sqlite3
from cerrojo import ChargingDatabase
database = ChargingDatabase("a.db")
other = sqlite3.connect("a.db", isolation_level=None)
other.execute("BEGIN IMMEDIATE")
other.execute("UPDATE charging_points SET kwh = 8")
print(database.get_cp(1)["kwh"], len(database.get_all_cps()))`)
      expect(output).toBe('0.0 4\n')
    })

    it('leaves no transaction open after an unknown id', async () => {
      const output = await outputOf(`from cerrojo import ChargingDatabase
database = ChargingDatabase("a.db")
for call in (lambda: database.add_kwh(9, 1), lambda: database.get_cp(9)):
    try:
        call()
    except KeyError as error:
        print(repr(error))
ChargingDatabase("a.db").set_kwh(2, 4)
print(database.get_cp(2)["kwh"])`)
      expect(output).toBe('KeyError(9)\nKeyError(9)\n4.0\n')
    })
  })
}
