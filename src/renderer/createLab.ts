import { createPinia } from 'pinia'
import { createApp, type App as VueApp } from 'vue'
import App from './App.vue'
import { createTexts } from './i18n'
import { useCatalogue, useExplore, useHost, useProgram, useRun, useSettings } from './stores'
import type { Connection } from './transport'

/** The whole window on a connection, not mounted yet. Loads its data whenever the connection comes to stand. */
export function createLab(connection: Connection): VueApp {
  const app = createApp(App)
  const pinia = createPinia()
  app.use(pinia)
  app.use(createTexts('es'))
  const host = useHost(pinia)
  const run = useRun(pinia)
  host.attach(connection, () => void open())
  const explore = useExplore(pinia)
  host.onEvent((event) => {
    run.receive(event)
    explore.receive(event)
  })
  host.$subscribe(() => {
    if (host.isLost) run.lose()
  })

  async function open(): Promise<void> {
    const catalogue = useCatalogue(pinia)
    const program = useProgram(pinia)
    await Promise.all([host.ask(), useSettings(pinia).load(), catalogue.load()])
    const first = catalogue.scenarios[0]
    // After a reconnection the program of the student stays.
    if (program.source === '' && first !== undefined) program.choose(first.slug)
  }
  return app
}
