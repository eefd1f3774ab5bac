import type { Client } from '../../shared/contract/contract.ts'
import type { Settings } from '../../shared/contract/house/settings.ts'
import type { SettingsPort } from '../adapters/settings/settings-port.ts'
import type { OwnDoor } from '../door.ts'

/** Calls a service as a window would; throws when it is refused: the demo asks for nothing that may be. */
export type Ask = <F extends keyof Client, C extends keyof Client[F]>(
  feature: F,
  call: C,
  input: Client[F][C] extends (input: infer I) => unknown ? I : never,
) => Promise<Accepted<Client[F][C]>>

type Accepted<Call> = Call extends (input: never) => Promise<infer Answer>
  ? Answer extends { ok: true; value: infer Value }
    ? Value
    : never
  : never

export const askThrough =
  (door: OwnDoor): Ask =>
  async (feature, call, input) => {
    const answer = await door(`${feature}.${String(call)}`, input)
    if (!answer.ok) throw new Error(`demo: ${feature}.${String(call)} was refused: ${answer.code}`)
    return answer.value as Accepted<Client[typeof feature][typeof call]>
  }

/** Settings in memory: while the demo is laid, others sit at the console, and none of that is to be remembered. */
export function demoSettings(real: SettingsPort): SettingsPort & { sit(personId: string | null): string | null } {
  let current: Settings = { ...real.read(), me: null }
  const save = (change: Partial<Settings>) => {
    current = { ...current, ...change }
    return current
  }
  return {
    read: () => current,
    keptAs: null,
    save,
    readWindowPlace: () => null,
    saveWindowPlace: () => {},
    sit: (personId) => {
      const before = current.me
      save({ me: personId })
      return before
    },
  }
}
