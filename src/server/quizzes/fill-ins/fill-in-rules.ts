import { normaliseFillIn } from '#server/quizzes/bank/question-file-rules'
import { isSameQuantity, unitAsked, unitOfKey } from '#server/quizzes/fill-ins/quantity-rules'
import { withDigits, withLatinDigits } from '#server/quizzes/fill-ins/written-number-rules'

const BLANK = /_{2,}/
/** Signs of traditional script that stand in units. */
const simplified: Readonly<Record<string, string>> = {
  個: '个',
  歲: '岁',
  週: '周',
  點: '点',
  鐘: '钟',
  時: '时',
  號: '号',
  塊: '块',
  條: '条'
}
/** What people say around an answer, above all where they speak it. */
const AROUND = /^(?:我觉得|我想|应该|答案|就|是|大约|大概|约)*|(?<![吧啊呀呢哦的])[吧啊呀呢哦的]+$/g

/** A text as fill-ins are compared: no spaces and punctuation, one script, every number in digits, a share behind its number. */
function plain(text: string): string {
  const bare = normaliseFillIn(withLatinDigits(text.normalize('NFKC').replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')))
  const script = Array.from(bare, sign => simplified[sign] ?? sign).join('')
  const shares = withDigits(script.replace(/百分之(?=.)/g, '【%】').replace(/千分之(?=.)/g, '【‰】'))
  return shares
    .replace(/【%】(\d+(?:\.\d+)?)/g, '$1%')
    .replace(/【‰】(\d+(?:\.\d+)?)/g, '$1‰')
    .replace('【%】', '百分之')
    .replace('【‰】', '千分之')
}

/** What is left of an answer that repeats the words before the blank (年满18), those behind it (60周岁以上), or both. */
function withoutStem(said: string, before: string, after: string): string[] {
  const places = Array.from({ length: said.length }, (_, n) => n)
  const ahead = places.filter(n => n > 0 && before.endsWith(said.slice(0, n)))
  const behind = places.filter(n => n > 0 && after.startsWith(said.slice(n)))
  const starts = [0, ...ahead.slice(-1)]
  const ends = [said.length, ...behind.slice(0, 1)]
  return starts.flatMap(start => ends.filter(end => end > start).map(end => said.slice(start, end)))
}

/**
 * Whether what somebody wrote or spoke into the blank of a stem is one of the texts of its key. Width, case, spaces and punctuation
 * make no difference; a number may be written in any script, with its unit or without, in another unit of the same amount (半年 for
 * 6 个月), and with the words of the stem around it. Another amount, or an amount of something else, is not right.
 */
export function isFilledIn(stem: string, texts: readonly string[], answer: string): boolean {
  const said = normaliseFillIn(answer)
  if (said === '') return false
  if (texts.some(text => normaliseFillIn(text) === said)) return true
  const [before = '', after = ''] = stem.split(BLANK).map(plain)
  const asked = unitAsked(stem.split(BLANK)[0] ?? '', after) ?? texts.map(unitOfKey).find(unit => unit !== undefined)
  const keys = texts.map(plain)
  return [plain(answer), plain(answer.trim().replace(AROUND, ''))]
    .flatMap(words => withoutStem(words.replace(/^1半$/, '半'), before, after))
    .some(words => keys.some(key => key === words || isSameQuantity(key, words, asked)))
}
