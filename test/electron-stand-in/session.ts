type Check = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type Device = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type Used = 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'

class StandInSession implements Pick<Electron.Session, Used> {
  check: Check = null
  request: RequestHandler = null
  device: Device = null

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

const defaultSession = new StandInSession()
export const session = { defaultSession }
