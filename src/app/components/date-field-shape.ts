export interface DateFieldProps {
  /** `YYYY-MM-DD`, or `HH:mm` for a time; empty while nothing is chosen. */
  value: string
  onChange: (value: string) => void
  label: string
  kind?: 'date' | 'time'
  /** The first and the last that may be chosen, written like `value`. */
  first?: string
  last?: string
  isInvalid?: boolean
}
