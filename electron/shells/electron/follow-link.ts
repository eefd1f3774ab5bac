import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { Id } from '../../../shared/contract/values.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-reference.ts'
import type { OpenConsole } from '../../compose.ts'
import { referenceFromLink } from './links.ts'

const OpenedCall = z.object({ id: Id, sessionId: Id })

/**
 * Opens the call a link names and shows it. Nobody listening: the start page of listening, with the reference kept for the
 * first call. A link that is not ours does nothing. While data of an older version is brought up to date, the link waits.
 */
export async function followLink(
  link: string,
  { call, upgraded }: Pick<OpenConsole, 'call' | 'upgraded'>,
  tell: (event: EarshotEvent) => void,
): Promise<void> {
  const reference = referenceFromLink(link)
  if (reference === null) return
  await upgraded()
  const answer = await call('sessions.openByReference', { reference })
  const opened = answer.ok ? OpenedCall.safeParse(answer.value) : null
  if (opened?.success) tell({ kind: 'showCall', sessionId: opened.data.sessionId, callId: opened.data.id })
  else if (!answer.ok && answer.code === 'nobody_listening')
    tell({ kind: 'goTo', path: `/listen?ref=${encodeURIComponent(maskReference(reference))}` })
}
