import { safeStorage } from 'electron'
import type { ConsoleOptions } from '../../compose.ts'

/** Keychain, DPAPI, or the key store of a Linux desktop. After `ready`. */
export const systemKeys: NonNullable<ConsoleOptions['shell']['keyStore']> = {
  isAvailable: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
    // Without a key store Electron encrypts with a key that stands in its source: a file that says it is plain is the more honest one.
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
  },
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
}
