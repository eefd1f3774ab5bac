import { expect, test } from 'vitest'
import { noticeCommand } from './system-notice.ts'

const text = { title: "15 分钟后开始听线 '; rm", body: '--7号席 $(x)' }

test('what is said is an argument of its own, never part of what is run', () => {
  expect(noticeCommand('linux', text)).toEqual(['notify-send', '--app-name=Earshot', '--', text.title, text.body])
  const [program, ...words] = noticeCommand('darwin', text)
  expect(program).toBe('/usr/bin/osascript')
  expect(words.slice(-2)).toEqual([text.title, text.body])
  expect(words.slice(0, -2).join()).not.toContain('听线')
  expect(noticeCommand('win32', text).join()).not.toContain('听线')
})
