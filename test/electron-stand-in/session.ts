import { asked } from './asked.ts'
import { protocol, StandInProtocol } from './protocol.ts'

type Check = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type Device = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type Used = 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'
type Options = Parameters<typeof Electron.Session.fromPartition>[1]

class StandInSession implements Pick<Electron.Session, Used> {
  check: Check = null
  request: RequestHandler = null
  device: Device = null
  readonly protocol: StandInProtocol

  constructor(ownProtocol: StandInProtocol) {
    this.protocol = ownProtocol
  }

  setPermissionCheckHandler(handler: Check) {
    this.check = handler
  }
  setPermissionRequestHandler(handler: RequestHandler) {
    this.request = handler
  }
  setDevicePermissionHandler(handler: Device) {
    this.device = handler
  }
}

const defaultSession = new StandInSession(protocol)
const partitions = new Map<string, StandInSession>()

export const session = {
  defaultSession,
  fromPartition: (partition: string, options?: Options) => {
    const known = partitions.get(partition)
    if (known !== undefined) return known
    const made = new StandInSession(new StandInProtocol())
    partitions.set(partition, made)
    asked.partitions.push({ partition, isCached: options?.cache ?? true })
    return made
  },
}

/** The session that the pages of main's windows live in. */
export const sessionOfPages = (): StandInSession => {
  const partition = asked.windows.at(-1)?.webPreferences?.partition
  return partition === undefined ? defaultSession : session.fromPartition(partition)
}
