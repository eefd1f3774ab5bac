import { describe, expect, test } from 'vitest'
import { visibleLiterals } from './builders/visible-literals.ts'

describe('found', () => {
  test.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>\n  Two lines\n  of words {count}\n</p>', ['Two lines of words']],
    ['<><b>{t(1)}</b><i>or</i></>', ['or']],
    ['<IconButton label="Close" />', ['Close']],
    ["<input aria-label={isNew ? 'Name' : t('name')} />", ['Name']],
    ["<p>{isNew ? 'New' : 'Old one'}</p>", ['New', 'Old one']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['<p>{isNew && `Row ${row}`}</p>', ['Row']],
    ["const word = '保存'", ['保存']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['say(`第 ${row} 行`)', ['第 ', ' 行']],
  ])('%s', (source, words) => {
    expect(visibleLiterals(source)).toEqual(words)
  })
})

describe('left alone', () => {
  test.each([
    ["<p>{t('me.who')}</p>"],
    ['<p>{a} · {b}</p>'],
    ['// 保存\nconst x = 1'],
    ['/** 已保存 for a moment */\nconst x = 1'],
    ["<p>{kind === 'saved' ? <b/> : null}</p>"],
    ['<div role="status" className="figures" id="settings-who">{x}</div>'],
    ["<Button tone={isNew ? 'primary' : 'quiet'} onClick={() => go('there')}>{t('x')}</Button>"],
  ])('%s', (source) => {
    expect(visibleLiterals(source)).toEqual([])
  })
})

test('what is no component is not passed over', () => {
  expect(() => visibleLiterals('<p>')).toThrow('not a component')
})
