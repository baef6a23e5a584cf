import { useEffect, useState } from 'react'

/** Long enough that words typed in one go are asked for once. */
const PAUSE_MILLISECONDS = 300

/** A filter whose typed words have come to rest; everything else takes effect at once. */
export function useSettled<Filter extends { words: string }>(filter: Filter): Filter {
  const [words, setWords] = useState(filter.words)
  useEffect(() => {
    const timer = setTimeout(() => setWords(filter.words), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [filter.words])
  return { ...filter, words: filter.words === '' ? '' : words }
}
