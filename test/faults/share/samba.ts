import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, run, type Service, startService, until } from './tools.ts'

/** A Samba server on 127.0.0.1 with one folder under two names: `plain`, and `veto`, which refuses names with a dot in front. */
export interface Samba extends Service {
  readonly port: number
  /** The shared folder as the server itself has it. */
  readonly folder: string
  startAgain(): Promise<void>
  remove(): Promise<void>
}

export async function startSamba(): Promise<Samba> {
  const root = mkdtempSync(join(tmpdir(), 'earshot-samba-'))
  const folder = join(root, 'folder')
  const state = join(root, 'state')
  for (const each of [folder, state]) mkdirSync(each)
  const port = await freePort()
  const config = join(root, 'smb.conf')
  writeFileSync(config, configOf({ port, folder, state }))

  const isUp = () => {
    try {
      run('smbclient', ['-p', String(port), '-N', '//127.0.0.1/plain', '-c', 'ls'])
      return true
    } catch {
      return false
    }
  }
  const start = async () => {
    const service = startService('smbd', ['--foreground', '--no-process-group', '-s', config])
    await until('Samba answers', isUp)
    return service
  }
  let service = await start()
  return {
    port,
    folder,
    stall: () => service.stall(),
    goOn: () => service.goOn(),
    kill: () => service.kill(),
    startAgain: async () => {
      service = await start()
    },
    remove: async () => {
      await service.kill()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

const configOf = ({ port, folder, state }: { port: number; folder: string; state: string }): string => {
  const kept = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory', 'ncalrpc dir']
  const share = `path = ${folder}\nguest ok = yes\nread only = no\nforce user = root\n`
  return [
    '[global]',
    'server role = standalone server',
    'bind interfaces only = yes',
    'interfaces = 127.0.0.1/8',
    `smb ports = ${port}`,
    ...kept.map((name) => `${name} = ${state}`),
    `log file = ${join(state, 'log')}`,
    'map to guest = Bad User',
    'guest account = root',
    'disable spoolss = yes',
    'load printers = no',
    `[plain]\n${share}`,
    `[veto]\n${share}veto files = /.*/\n`,
  ].join('\n')
}
