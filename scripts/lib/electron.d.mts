import type { Trouble } from './run-electron.d.mts'

export function electronBinary(): string | undefined
export function electronObstacle(on?: {
  platform?: NodeJS.Platform
  env?: Readonly<Record<string, string | undefined>>
  userId?: number | undefined
}): Trouble | undefined
export function fetchElectron(): Promise<Trouble | undefined>
