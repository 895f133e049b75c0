/** Routines of `cerrojo`. */
export const CERROJO_ROUTINES = {
  module: 'cerrojo',
  names: ['holds'],
  source: `
def routine_holds(function):
    try:
        if function():
            return True
    except BaseException as error:
        return error
    return False
`,
} as const
