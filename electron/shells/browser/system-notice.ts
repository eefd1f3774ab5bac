import { execFile } from 'node:child_process'
import type { NoticeText } from '../reminders/reminder-text.ts'

/** Who does not answer by then shows nothing. */
const ANSWERS_WITHIN_MS = 5_000

/** As the system's own PowerShell is registered: a toast needs a sender that Windows knows. */
const POWERSHELL = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
const TOAST = `$ErrorActionPreference = 'Stop'
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$toast = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$lines = $toast.GetElementsByTagName('text')
[void]$lines.Item(0).AppendChild($toast.CreateTextNode($env:EARSHOT_TITLE))
[void]$lines.Item(1).AppendChild($toast.CreateTextNode($env:EARSHOT_BODY))
$manager::CreateToastNotifier('${POWERSHELL}').Show([Windows.UI.Notifications.ToastNotification]::new($toast))`

/** How a system is asked for a notification by what it brings along. The words are arguments of their own, never part of a script. */
export function noticeCommand(platform: NodeJS.Platform, { title, body }: NoticeText): [string, ...string[]] {
  if (platform === 'win32') return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', TOAST]
  if (platform !== 'darwin') return ['notify-send', '--app-name=Earshot', '--', title, body]
  const script = ['on run words', 'display notification (item 2 of words) with title (item 1 of words)', 'end run']
  return ['/usr/bin/osascript', ...script.flatMap((line) => ['-e', line]), title, body]
}

/**
 * Shows a notification of the system without Electron: a window whose browser forgets everything cannot be allowed to. Rejects where there is no such
 * program, or it says that nobody shows it.
 */
export function showSystemNotice(text: NoticeText): Promise<void> {
  const [program, ...words] = noticeCommand(process.platform, text)
  const env = { ...process.env, EARSHOT_TITLE: text.title, EARSHOT_BODY: text.body }
  return new Promise((resolve, reject) => {
    execFile(program, words, { timeout: ANSWERS_WITHIN_MS, env }, (error) =>
      error === null ? resolve() : reject(error),
    )
  })
}
