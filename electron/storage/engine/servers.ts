import { Client, type ClientBase, type ClientConfig, type PoolConfig } from 'pg'
import { errorCode } from '../../error-code.ts'

/** How a database is connected with that one of several servers holds, the others being its standbys. */
export interface ServersConfig extends PoolConfig {
  /** Of each server, in the order in which they are dialled; left out: `connectionString` alone. */
  readonly addresses?: readonly string[]
}

/**
 * Of `postgres://a:5432,b/earshot?target_session_attrs=read-write`, as PostgreSQL's own programs read it, the address of each server by
 * itself. `pg` knows one server alone (8.23). Null where one of them cannot be read.
 */
export function addressesOf(address: string): string[] | null {
  const [, scheme, login = '', hosts = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#@]*)(.*)$/s.exec(address) ?? []
  if (scheme === undefined) return null
  const addresses = hosts.split(',').map((host) => `${scheme}${login}${host}${rest}`)
  return addresses.every((each) => URL.canParse(each)) ? addresses : null
}

/** Which of the servers is dialled: the one that took writes last, until a dial fails. */
export interface Servers {
  readonly count: number
  /** What a pool needs to dial it. */
  readonly pool: PoolConfig
  /** Which it is. */
  at(): number
  /** It does not answer, or takes no writes: the next one's turn, unless another dial that failed has said so. */
  failed(at: number): void
}

export function serversOf({ addresses = [], ...config }: ServersConfig): Servers {
  let at = 0
  class ClientOfOne extends Client {
    constructor(options?: ClientConfig) {
      super({ ...options, connectionString: addresses[at] })
    }
  }
  return {
    count: Math.max(1, addresses.length),
    pool: addresses.length < 2 ? config : { ...config, Client: ClientOfOne, verify: takesWrites },
    at: () => at,
    failed: (which) => {
      if (which === at) at = (at + 1) % Math.max(1, addresses.length)
    },
  }
}

const TAKES_NO_WRITES = '25006'

/** In PostgreSQL's own code: of a standby. */
export const takesNoWrites = (): Error =>
  Object.assign(new Error('the server takes no writes'), { code: TAKES_NO_WRITES })

/** Each server has one try, the one that took writes last the first. Where none does, what one of them said that is no standby, if any. */
export async function onAny<T>(servers: Servers, dial: () => Promise<T>): Promise<T> {
  let said: unknown
  for (let tries = 0; tries < servers.count; tries += 1) {
    const at = servers.at()
    try {
      return await dial()
    } catch (error) {
      if (said === undefined || errorCode(said) === TAKES_NO_WRITES) said = error
      servers.failed(at)
    }
  }
  throw said
}

/** Told to the pool before anybody is given the connection: a standby answers, and would refuse what is written. */
function takesWrites(client: ClientBase, told: (error?: Error) => void): void {
  // Heard by nobody, the end of a connection would be the end of this process.
  const ignore = () => {}
  client.on('error', ignore)
  client
    .query<{ transaction_read_only: string }>('SHOW transaction_read_only')
    .then(({ rows: [found] }) => {
      if (found?.transaction_read_only !== 'off') throw takesNoWrites()
    })
    .then(() => told(), told)
    .finally(() => client.off('error', ignore))
}
