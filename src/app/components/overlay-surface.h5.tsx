import { useEffect, useRef } from 'react'
import type { OverlayProps } from '#app/components/overlay-shape'
import { useHide, useShow } from '#app/platform/navigation'

/** The browser's: a native dialog keeps the focus inside, closes on Escape and hides the rest from screen readers. */
export function OverlaySurface({ isOpen, onClose, label, place, children }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (isOpen && element && !element.open) element.showModal()
  }, [isOpen])
  // An open dialog makes everything else deaf, also the page that was opened over it: it steps aside until its page is back.
  useHide(() => dialog.current?.close())
  useShow(() => {
    if (isOpen && dialog.current && !dialog.current.open) dialog.current.showModal()
  })
  if (!isOpen) return null
  return (
    <dialog
      ref={dialog}
      className={`overlay overlay--${place}`}
      aria-label={label}
      onCancel={event => {
        // React hands on the Escape of a dialog inside this one, too: that one is closed, not this.
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === dialog.current && onClose()}
    >
      <div className="overlay__panel">{children}</div>
    </dialog>
  )
}
