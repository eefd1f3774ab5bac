import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Samba } from './samba.ts'
import { freePort, GVFS, run, type Service, SFTP_SERVER, startService, until } from './tools.ts'

/** A network drive as a person has it: mounted in a folder. */
export interface NetworkDrive {
  readonly path: string
  /** Above `path` where the client shows all its shares in one place. */
  readonly mountPoint: string
  /** As its server has it. */
  readonly serverFolder: string
  /** The process that stands between, where it is one of ours. */
  readonly client: Service | null
  unmount(): void
  remove(): Promise<void>
}

const isMounted = (path: string): boolean => readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${path} `)

function unmount(path: string): void {
  if (isMounted(path)) spawnSync('umount', ['-l', path], { stdio: 'ignore', timeout: 10_000 })
}

function aMountPoint(name = 'drive'): { path: string; root: string } {
  const root = mkdtempSync(join(tmpdir(), 'earshot-net-'))
  chmodSync(root, 0o711)
  const path = join(root, name)
  mkdirSync(path)
  return { path, root }
}

async function mounted(
  { path: mountPoint, root }: { path: string; root: string },
  serverFolder: string,
  clients: readonly Service[],
  path = mountPoint,
): Promise<NetworkDrive> {
  await until(`${path} is mounted`, () => isMounted(mountPoint) && existsSync(path))
  return {
    path,
    mountPoint,
    serverFolder,
    client: clients[0] ?? null,
    unmount: () => unmount(mountPoint),
    remove: async () => {
      for (const client of clients) await client.kill()
      // gvfs may mount twice in one place.
      while (isMounted(mountPoint)) unmount(mountPoint)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Samba through rclone. `writes` keeps files here first and sends them later; the list of names is as old as `listAge`. */
export async function rcloneDrive(
  samba: Samba,
  { share = 'plain', mode = 'off', listAge = '1s' } = {},
): Promise<NetworkDrive> {
  const place = aMountPoint()
  const password = run('rclone', ['obscure', 'none']).trim()
  const remote = `:smb,host=127.0.0.1,port=${samba.port},user=guest,pass=${password}:${share}`
  const cache = ['--vfs-cache-mode', mode, '--dir-cache-time', listAge, '--cache-dir', join(place.root, 'cache')]
  const patience = ['--low-level-retries', '2', '--timeout', '4s', '--contimeout', '2s']
  const config = ['--config', join(place.root, 'none.conf')]
  const client = startService('rclone', ['mount', remote, place.path, ...cache, ...patience, ...config])
  return mounted(place, samba.folder, [client])
}

/** Samba as the file manager of a GNOME desktop mounts it: gvfs, on a message bus of its own. */
export async function gvfsDrive(samba: Samba): Promise<NetworkDrive> {
  // Where gvfs itself mounts, below the folder that a session has for what runs.
  const place = aMountPoint('gvfs')
  chmodSync(place.root, 0o700)
  const script = [
    `export XDG_RUNTIME_DIR=${place.root} HOME=${place.root}`,
    `${GVFS}/gvfsd & sleep 2`,
    `gio mount -a smb://127.0.0.1:${samba.port}/plain < /dev/null`,
    'wait',
  ].join('\n')
  const client = startService('dbus-run-session', ['--', 'sh', '-c', script])
  const share = join(place.path, `smb-share:port=${samba.port},server=127.0.0.1,share=plain`)
  return mounted(place, samba.folder, [client], share)
}

/** A folder of this machine through sshfs, which talks to a real sftp-server without the encrypted line between. */
export async function sshfsDrive(): Promise<NetworkDrive> {
  const place = aMountPoint()
  const serverFolder = join(place.root, 'server')
  mkdirSync(serverFolder)
  const line = join(place.root, 'line')
  writeFileSync(line, `#!/bin/sh\nexec ${SFTP_SERVER}\n`)
  chmodSync(line, 0o755)
  const client = startService('sshfs', ['-f', '-o', `ssh_command=${line}`, `files:${serverFolder}`, place.path])
  return mounted(place, serverFolder, [client])
}

/** WebDAV through davfs2. */
export async function davDrive(): Promise<NetworkDrive> {
  const place = aMountPoint()
  const serverFolder = join(place.root, 'server')
  mkdirSync(serverFolder)
  const port = await freePort()
  const config = ['--config', join(place.root, 'none.conf')]
  const server = startService('rclone', ['serve', 'webdav', serverFolder, '--addr', `127.0.0.1:${port}`, ...config])
  const settings = join(place.root, 'davfs2.conf')
  writeFileSync(settings, 'use_locks 0\nask_auth 0\ndelay_upload 0\n')
  const isThere = () =>
    spawnSync('mount.davfs', ['-o', `conf=${settings}`, `http://127.0.0.1:${port}/`, place.path], {
      stdio: 'ignore',
      timeout: 10_000,
    }).status === 0
  await until('the WebDAV server answers', isThere)
  return mounted(place, serverFolder, [server])
}
