import { EventEmitter } from 'node:events'

/** What a utility process of Electron finds as `process.parentPort`: messages arrive as `{ data }`. */
class StandInParentPort extends EventEmitter {
  postMessage(message: unknown) {
    process.send?.(message)
  }
  start() {}
}

const port = new StandInParentPort()
process.on('message', (data) => port.emit('message', { data, ports: [] }))
Object.defineProperty(process, 'parentPort', { value: port })
