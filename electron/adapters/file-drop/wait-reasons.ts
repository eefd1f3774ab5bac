import type { WaitReason } from '../../../shared/contract/exports/exports.ts'
import { errorCode, failedCall } from '../../error-code.ts'
import type { Refusal } from './drop-messages.ts'

const codes: Readonly<Partial<Record<WaitReason, readonly string[]>>> = {
  folder_missing: ['ENOENT'],
  // The last three: the ticket of a share that wants Kerberos is missing, has run out or was withdrawn.
  folder_read_only: ['EACCES', 'EPERM', 'EROFS', 'E126', 'E127', 'E128'],
  folder_full: ['ENOSPC', 'EDQUOT'],
  file_too_large: ['EFBIG'],
  not_a_folder: ['ENOTDIR'],
  folder_busy: ['EBUSY', 'ETXTBSY', 'EAGAIN', 'EDEADLK'],
  name_refused: ['ENAMETOOLONG', 'EINVAL', 'EILSEQ'],
  drive_not_answering: ['ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'E112'],
  // A share whose server died answers so, and so does a stick that was pulled out. E117, E123: needs repair, no medium (Linux).
  drive_lost: [
    ...['EIO', 'ENOTCONN', 'ESTALE', 'ENODEV', 'ENXIO', 'EREMOTEIO', 'ENOLINK', 'EPIPE', 'EPROTO', 'EBADMSG', 'EBADF'],
    ...['ECONNRESET', 'ECONNABORTED', 'ECONNREFUSED', 'ENETRESET', 'ESHUTDOWN', 'E117', 'E123'],
  ],
}

const reasonsByCode = new Map(
  (Object.entries(codes) as [WaitReason, readonly string[]][]).flatMap(([reason, all]) =>
    all.map((code) => [code, reason] as const),
  ),
)

/** What we see ourselves and the system has no code for. */
export class FolderRefusal extends Error {
  readonly reason: WaitReason
  constructor(reason: WaitReason) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Why the folder did not take a file, from what the system said. Refused at the rename alone, after the bytes went in, is not
 * «no permission to write»: somebody holds the file, or the account may add names and not change them.
 */
export function waitReasonOf(error: unknown): WaitReason {
  if (error instanceof FolderRefusal) return error.reason
  const code = errorCode(error)
  if (failedCall(error) === 'rename' && (code === 'EPERM' || code === 'EACCES')) return 'rename_refused'
  return reasonsByCode.get(code) ?? 'unknown'
}

/** The refusal with what the system said in its own words, for the log. */
export function refusalOf(error: unknown): Refusal {
  const said = [errorCode(error), failedCall(error)].filter((part) => part !== '').join(' ')
  return { kind: 'refused', reason: waitReasonOf(error), said: said === '' ? 'no code' : said }
}
