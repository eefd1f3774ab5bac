import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls, getCACertificates, type TLSSocket } from 'node:tls'
import type { ShownCertificate } from '../../shared/contract/team/team.ts'
import { isVouchedFor } from './vouched-for.ts'

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
  const { fingerprint256: fingerprint } = socket.getPeerCertificate()
  const isTrusted = trusted === null ? socket.authorized : fingerprint === trusted
  if (isTrusted) return { ok: true, socket }
  return { ok: false, why: 'certificate', fingerprint, fault: trusted === null ? faultOf(socket) : { what: 'another' } }
}

/** OpenSSL tells of one fault, and of its dates rather than that nobody vouches for it. The dates may also be of whoever signed it. */
function faultOf(socket: TLSSocket): ShownCertificate['fault'] {
  const shown = socket.getPeerX509Certificate()
  const told = String(socket.authorizationError)
  if (told === 'ERR_TLS_CERT_ALTNAME_INVALID') return { what: 'other_name' }
  const isOver = told === 'CERT_HAS_EXPIRED'
  if (shown === undefined || !(isOver || told === 'CERT_NOT_YET_VALID')) return { what: 'unknown' }
  const day = isOver ? shown.validToDate : shown.validFromDate
  const isItsOwn = isOver ? day.getTime() < Date.now() : day.getTime() > Date.now()
  if (!isItsOwn || !isVouchedFor(shown, () => getCACertificates('default'))) return { what: 'unknown' }
  return { what: isOver ? 'expired' : 'not_yet', at: day.toISOString() }
}
