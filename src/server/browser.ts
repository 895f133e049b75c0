import { spawn } from 'node:child_process'

/** How to open `address` in the default browser, or `undefined` where there is no display. */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [command: string, ...args: string[]] | undefined {
  switch (platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address]
    case 'darwin':
      return ['open', address]
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
        ? ['xdg-open', address]
        : undefined
  }
}

/** Best effort: the address is printed anyway. */
export function openBrowser(address: string): void {
  const command = browserCommand(address, process.platform, process.env)
  if (command === undefined) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
