import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { ShownCertificate } from '../../shared/contract/team/team.ts'

/** `certificate`: nobody vouches for the one it shows, or it is not the one that is trusted. */
export type Reached =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly why: 'no_answer' }
  | ({ readonly ok: false; readonly why: 'certificate' } & ShownCertificate)

/**
 * A connection to a hub, over which nothing was said yet: the certificate is looked at before a code or a token is on its way. With a
 * trusted fingerprint that certificate counts and no other, whoever signed it and for whatever name; without, those count that the system trusts.
 */
export function reach({ protocol, hostname, port }: URL, trusted: string | null, withinMs: number): Promise<Reached> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const isSecure = protocol === 'https:'
  const at = { host, port: port === '' ? (isSecure ? 443 : 80) : Number(port) }
  const name = isIP(host) === 0 ? { servername: host } : {}
  const socket = isSecure
    ? // Looked at below, where it can be told from a hub that does not answer.
      connectTls({ ...at, ...name, ALPNProtocols: ['http/1.1'], rejectUnauthorized: false })
    : connect(at)
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ ok: false, why: 'no_answer' }), withinMs)
    const failed = () => end({ ok: false, why: 'no_answer' })
    const end = (reached: Reached) => {
      clearTimeout(timer)
      socket.off('error', failed).off('close', failed)
      if (!reached.ok) socket.on('error', () => {}).destroy()
      resolve(reached)
    }
    socket.on('error', failed).on('close', failed)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.setNoDelay(true)
      end(isSecure ? looked(socket as TLSSocket, trusted) : { ok: true, socket })
    })
  })
}

function looked(socket: TLSSocket, trusted: string | null): Reached {
  const { fingerprint256: fingerprint, valid_from, valid_to } = socket.getPeerCertificate()
  const isTrusted = trusted === null ? socket.authorized : fingerprint === trusted
  if (isTrusted) return { ok: true, socket }
  const fault = trusted === null ? faultOf(socket, { from: valid_from, to: valid_to }) : ({ what: 'another' } as const)
  return { ok: false, why: 'certificate', fingerprint, fault }
}

/** As OpenSSL and Node name it: whatever else is wrong with it comes first, as then nobody vouches for its dates. */
function faultOf(socket: TLSSocket, valid: { from: string; to: string }): ShownCertificate['fault'] {
  switch (String(socket.authorizationError)) {
    case 'CERT_HAS_EXPIRED':
      return { what: 'expired', at: new Date(valid.to).toISOString() }
    case 'CERT_NOT_YET_VALID':
      return { what: 'not_yet', at: new Date(valid.from).toISOString() }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return { what: 'other_name' }
    default:
      return { what: 'unknown' }
  }
}
