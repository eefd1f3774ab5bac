import { client } from '../../../lib/client.ts'
import { whileKept } from '../../../lib/settings.ts'
import { ask } from '../../../ui/ask.ts'

/** Folded at once, and so the next time; a failure to keep it is told, the desk stays as it is seen. */
export async function foldDesk(isCallDeskFolded: boolean): Promise<void> {
  const folded = { isCallDeskFolded }
  await whileKept(folded, ask(client.settings.save(folded)))
}
