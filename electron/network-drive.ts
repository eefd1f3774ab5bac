import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'

/** One line of the system's list of mounted drives. */
export interface Mount {
  readonly at: string
  /** `nfs4`, `cifs`, `fuse.sshfs`. */
  readonly type: string
  /** What is mounted: a device, `//server/share`, `server:/path`, an address. */
  readonly source: string
}

/** File systems whose files lie on another machine (or outside this virtual one), whatever their source looks like. */
const NETWORK_TYPES = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb2', 'smb3', 'smbfs', 'ncpfs', 'afpfs', 'webdav', 'davfs', 'ftp', '9p', 'afs', 'coda'],
  ...['ceph', 'glusterfs', 'lustre', 'beegfs', 'orangefs', 'pvfs2', 'gpfs', 'vboxsf', 'vmhgfs', 'prl_fs'],
])

/** The same through FUSE. Others are local until their source says otherwise: encrypted folders, NTFS, merged disks. */
const NETWORK_FUSE = new Set([
  ...['sshfs', 'rclone', 'smbnetfs', 'gvfsd-fuse', 'kio-fuse', 'davfs', 'davfs2', 'curlftpfs', 'afpfs', 'glusterfs'],
  ...['ceph-fuse', 's3fs', 'goofys', 'gcsfuse', 'juicefs', 'mfs', 'moosefs', 'seaweedfs', 'onedriver', 'vmhgfs-fuse'],
  ...['google-drive-ocamlfuse', 'nfs', 'cifs', 'smb'],
])

/** Local whatever their source looks like: `data1:data2`, `cryfs@/home/…`. */
const LOCAL_FUSE = new Set([
  ...['mergerfs', 'mhddfs', 'unionfs', 'unionfs-fuse', 'bindfs', 'cryfs', 'gocryptfs', 'encfs', 'securefs'],
  ...['veracrypt', 'ntfs-3g', 'ntfs', 'exfat', 'exfat-fuse', 'apfs', 'zfs', 'portal', 'lxcfs'],
])

/** What a system shows of itself as folders. To an administrator they seem writable, and take no file. */
const OF_THE_SYSTEM = new Set([
  ...['proc', 'sysfs', 'devpts', 'cgroup', 'cgroup2', 'securityfs', 'debugfs', 'tracefs', 'bpf', 'configfs', 'pstore'],
  ...['efivarfs', 'selinuxfs', 'binfmt_misc', 'mqueue'],
])

/** `//server/share`, `server:/path`, `user@server:path`, `https://…`, `:backend:path`. A Windows drive or a device is none. */
const NAMES_A_HOST = /^(?:\/\/|\\\\|[\w.-]+@|\w[\w+.-]*:\/\/|[\w.-]{2,}:|\[[\da-f:]+\]:|:\w+)/iu

export function isNetworkMount({ type, source }: Mount): boolean {
  const kind = type.toLowerCase()
  if (NETWORK_TYPES.has(kind)) return true
  if (kind.startsWith('fuse.')) {
    const name = kind.slice('fuse.'.length)
    return NETWORK_FUSE.has(name) || (!LOCAL_FUSE.has(name) && NAMES_A_HOST.test(source))
  }
  // davfs2 and macFUSE say no more than this.
  return ['fuse', 'macfuse', 'osxfuse', 'fusefs'].includes(kind) && NAMES_A_HOST.test(source)
}

/** `\\server\share`, also in its long form `\\?\UNC\server\share`; not `\\?\C:\` and `\\.\`, which are this machine's. */
export const isNetworkPath = (path: string): boolean =>
  /^[\\/]{2}\?[\\/]UNC[\\/]/iu.test(path) || /^[\\/]{2}[^\\/?.]/u.test(path)

/** `/proc/self/mountinfo`, see proc(5). */
export function mountsOfLinux(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const [place, kind] = line.split(' - ', 2)
    const at = place?.split(' ')[4]
    const [type, source = ''] = kind?.split(' ') ?? []
    return at === undefined || type === undefined ? [] : [{ at: unescaped(at), type, source: unescaped(source) }]
  })
}

/** What `mount` prints on macOS: `//me@server/share on /Volumes/share (smbfs, nodev, nosuid)`. */
export function mountsOfMac(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const [, source, at, type] = /^(.*) on (\/.*) \(([\w.]+)[,)]/u.exec(line) ?? []
    return source === undefined || at === undefined || type === undefined ? [] : [{ at, type, source }]
  })
}

/** The drive a path lies on: the one mounted nearest above it; of several at one place the last, which hides the others. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  const isAbove = (at: string) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`)
  return mounts.reduce<Mount | null>(
    (nearest, mount) => (isAbove(mount.at) && mount.at.length >= (nearest?.at.length ?? 0) ? mount : nearest),
    null,
  )
}

/**
 * Whether the folder, there or not yet, lies on a network drive. SQLite's locks and its shared memory do not hold there: two machines
 * would write into one database, and a lost connection would tear it. False when the system does not tell.
 */
export function isOnNetworkDrive(folder: string): boolean {
  if (process.platform === 'win32') return isNetworkPath(folder) || isNetworkPath(nearestReal(folder))
  const mounts = mountTable()
  // As it is written first: asking a drive that does not answer for the real path would hang.
  const isAt = (path: string) => {
    const mount = mountOf(path, mounts)
    return mount !== null && isNetworkMount(mount)
  }
  return isAt(folder) || isAt(nearestReal(folder))
}

/** Whether the folder is one of those in which a system tells about itself, `/proc` for example. */
export function isOfTheSystem(folder: string): boolean {
  if (process.platform !== 'linux') return false
  const mount = mountOf(nearestReal(folder), mountTable())
  return mount !== null && OF_THE_SYSTEM.has(mount.type)
}

function mountTable(): Mount[] {
  try {
    if (process.platform === 'linux') return mountsOfLinux(readFileSync('/proc/self/mountinfo', 'utf8'))
    if (process.platform === 'darwin')
      return mountsOfMac(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }))
  } catch {
    // A system that does not tell: the guide says it too.
  }
  return []
}

/** The real path of the folder, or of the nearest above it that is there. On Windows a mapped drive becomes its share. */
function nearestReal(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return realpathSync.native(at)
    } catch {
      if (dirname(at) === at) return at
    }
  }
}

/** mountinfo writes blanks and backslashes as `\040`. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/gu, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
