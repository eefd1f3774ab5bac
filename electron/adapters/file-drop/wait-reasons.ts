import type { WaitReason } from '../../../shared/contract/exports.ts'

const reasons: Readonly<Record<string, WaitReason>> = {
  ENOENT: 'folder_missing',
  ENODEV: 'folder_missing',
  EACCES: 'folder_read_only',
  EPERM: 'folder_read_only',
  EROFS: 'folder_read_only',
  ENOSPC: 'folder_full',
  EDQUOT: 'folder_full',
  EFBIG: 'folder_full',
  ENOTDIR: 'not_a_folder',
  ETIMEDOUT: 'drive_not_answering',
  EHOSTDOWN: 'drive_not_answering',
  EHOSTUNREACH: 'drive_not_answering',
  ENETUNREACH: 'drive_not_answering',
  ESTALE: 'drive_not_answering',
}

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Why the folder did not take a file, from what the system said. */
export const waitReasonOf = (error: unknown): WaitReason => reasons[errorCode(error)] ?? 'unknown'
