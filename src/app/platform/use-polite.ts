import { politeWords } from '#app/platform/polite-rules'
import { useTextScale } from '#app/platform/text-scale'

/** How this person is spoken to: hand it each sentence of the app that may hold 你. The parts of `components/` do so themselves. */
export function usePolite() {
  const { isElder } = useTextScale().choice
  return (sentence: string) => politeWords(sentence, isElder)
}
