import { join } from 'node:path'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { startBrowserShell } from '../bench/browser-shell.ts'
import { connectToDoor, type DoorClient } from '../bench/door-client.ts'
import { aWire } from '../builders/wire.ts'
import { serveDemoHub } from '../e2e/shells/serve-process.ts'

interface StagedDesk {
  readonly address: string
  readonly door: DoorClient
}

/** Two desks at a hub of their own: the one that is drawn, and a coordinator's, who changes things meanwhile. */
export interface TeamStage {
  readonly drawn: StagedDesk
  readonly coordinator: DoorClient
  /** From now on the drawn desk is without its hub. */
  cutOff(): Promise<void>
  end(): Promise<void>
}

export async function setTeamStage(folder: string): Promise<TeamStage> {
  const hub = serveDemoHub('--host', '127.0.0.1', '--lang', 'zh', '--name', '总部中心')
  const ends: (() => unknown)[] = [() => hub.signal('SIGINT'), () => hub.exited]
  const address = await hub.ready
  const wire = await aWire({ host: '127.0.0.1', port: Number(new URL(address).port) })
  ends.unshift(() => wire.close())

  const desk = async (role: string, deskName: string, hubAddress: string): Promise<StagedDesk> => {
    const code = await printed(hub.output, new RegExp(`，${role}）：([0-9A-Z-]{14})$`, 'm'))
    const shell = await startBrowserShell(join(folder, deskName))
    const door = await connectToDoor(shell.address)
    ends.unshift(
      () => door.close(),
      () => shell.stop(),
    )
    await door.call('team.join', { address: hubAddress, code, deskName })
    await door.call('settings.save', { isFirstRunDone: true })
    return { address: shell.address, door }
  }
  const { door: coordinator } = await desk('协调员', '东窗', address)
  const drawn = await desk('记录人', '西窗', `http://127.0.0.1:${wire.port}`)
  return {
    drawn,
    coordinator,
    cutOff: async () => {
      await wire.cut()
      await until(async () => {
        const status = (await drawn.door.call('team.status', {})) as TeamStatus
        return status.kind === 'member' && status.link.kind === 'away'
      })
    },
    end: async () => {
      for (const end of ends) await end()
    },
  }
}

export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 100))
}

async function printed(output: () => string, line: RegExp): Promise<string> {
  await until(async () => line.test(output()))
  return line.exec(output())?.[1] ?? ''
}
