import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOfPath } from '../../../../shared/domain/exports/folder-path.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { sentences } from '../../../lib/sentences.ts'
import { folderCheck } from '../exports.queries.ts'

/** A path is looked at once the fingers rest: half a path names another folder. */
const REST_MS = 500

const isWindows = /Windows/i.test(navigator.userAgent)

/**
 * What stands beneath the field of a folder: at each key what is wrong with the path itself, after a rest how the folder looks, and
 * once the field is left whether it takes a file. `settled`: the path with which it was left. `isOwn`: what goes there is for the person here, so that nothing is
 * said of departments and exports. `isToldElsewhere`: somebody else says how the folder that was settled on takes what goes there.
 */
export function useFolderState(
  folder: string,
  settled: string,
  isOwn: boolean,
  isToldElsewhere: boolean,
): { words: string | null; isProblem: boolean } {
  const { t } = useTranslation('exports')
  const [rested, setRested] = useState(folder)
  useEffect(() => {
    const timer = setTimeout(() => setRested(folder), REST_MS)
    return () => clearTimeout(timer)
  }, [folder])
  const fault = faultOfPath(folder, isWindows)
  const isTyping = folder !== settled
  const isAsked = isTyping ? rested === folder : !isToldElsewhere
  const asked = fault === null && isAsked ? folder : ''
  const check = useQuery(folderCheck(asked, isTyping))
  const problem = (words: string) => ({
    words: isTyping || isOwn ? words : sentences(words, t('folder.waits')),
    isProblem: true,
  })

  if (isBlank(folder)) return { words: null, isProblem: false }
  if (fault !== null) return { words: t(`folder.fault.${fault.fault}`, { detail: fault.detail }), isProblem: true }
  if (asked === '' || check.isFetching || check.data === undefined)
    return { words: asked === '' ? null : t('folder.checking'), isProblem: false }
  const answer = check.data
  if (!answer.ok)
    return problem(t(answer.code === 'folder_not_absolute' ? 'folder.fault.not_absolute' : 'reason.unknown'))
  // Nothing to wait for: a console's own folder will not become another one.
  if (answer.value.reason === 'data_folder') return { words: t('reason.data_folder'), isProblem: true }
  if (!answer.value.isReady) return problem(t(`reason.${answer.value.reason ?? 'unknown'}`))
  const place = answer.value.isOnNetwork ? [t('folder.onNetwork')] : isOwn ? [] : [t('folder.local')]
  return { words: [t(isTyping ? 'folder.there' : 'folder.ready'), ...place].join(' · '), isProblem: false }
}
