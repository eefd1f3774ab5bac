import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { asked } from './asked.ts'

/** utilityProcess over Node's fork: the same message shapes, none of Electron's sandboxing or asar. */
class StandInUtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'kill' | 'pid' | 'postMessage'>
{
  readonly #child: ChildProcess
  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('spawn', () => this.emit('spawn'))
    child.on('message', (message) => this.emit('message', message))
    child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  get pid() {
    return this.#child.pid
  }
  postMessage(message: unknown) {
    this.#child.send(message as object)
  }
  kill() {
    return this.#child.kill()
  }
}

/** In a utility process `process.parentPort` speaks to main. */
const parentPort = new URL('./utility-parent-port.ts', import.meta.url).href

export const utilityProcess = {
  fork: (path: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
    asked.utilityProcesses.push(path)
    return new StandInUtilityProcess(
      fork(path, args, {
        execArgv: ['--import', parentPort],
        serialization: 'advanced',
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      }),
    )
  },
}
