import type { DateFieldProps } from '#app/components/date-field-shape'

/** The browser's own picker. */
export function DateFieldSurface({ value, onChange, label, kind = 'date', first, last, isInvalid }: DateFieldProps) {
  return (
    <input
      className="text-entry"
      type={kind}
      value={value}
      min={first}
      max={last}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      onChange={event => onChange(event.target.value)}
    />
  )
}
