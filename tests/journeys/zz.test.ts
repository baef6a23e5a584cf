import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
test('browser works', async () => {
  const b = await openBrowser()
  const p = await newPhonePage(b); await p.setContent('<html lang="zh-CN"><title>t</title><main><button>好</button></main>')
  expect(await p.evaluate(() => [innerWidth, innerHeight, navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone])).toEqual([390, 844, 'zh-CN', 'Asia/Shanghai'])
  await expectNoSeriousFault(p); expectNoPageFault(p)
  await p.setContent('<html lang="zh-CN"><title>t</title><main><button></button></main><script>throw new Error("x")</script>')
  await expect(expectNoSeriousFault(p)).rejects.toThrow('button-name')
  expect(() => expectNoPageFault(p)).toThrow()
  const d = await newDesktopPage(b); expect(await d.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800])
  await b.close()
})
