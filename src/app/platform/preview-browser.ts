function control(label: string, className: string, icon: string, act: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `preview__control ${className}`
  button.setAttribute('aria-label', label)
  button.addEventListener('click', act)
  // The icon classes of components/icon.scss; this is plain DOM, outside React.
  const drawing = button.appendChild(document.createElement('span'))
  drawing.className = `icon icon--${icon} preview__icon`
  return button
}

export interface Previewed {
  url: string
  /** What it shows: 处理前, 处理后. */
  label?: string
}

/** Taro's own preview needs its swiper and cannot be used by keyboard; a native dialog can. */
export function previewInBrowser(photos: readonly Previewed[], start: number) {
  const dialog = document.createElement('dialog')
  dialog.className = 'preview'
  dialog.setAttribute('aria-label', '查看照片')
  const picture = document.createElement('img')
  picture.className = 'preview__picture'
  const caption = document.createElement('div')
  caption.className = 'preview__caption'
  let index = start
  const show = (next: number) => {
    index = (next + photos.length) % photos.length
    picture.src = photos[index]?.url ?? ''
    caption.textContent = [photos[index]?.label, photos.length > 1 ? `${index + 1}/${photos.length}` : undefined].filter(Boolean).join(' ')
    picture.alt = caption.textContent
  }
  const controls = [control('关闭', 'preview__control--close', 'close', () => dialog.close())]
  if (photos.length > 1) {
    controls.push(control('上一张', 'preview__control--back', 'forward', () => show(index - 1)))
    controls.push(control('下一张', 'preview__control--forward', 'forward', () => show(index + 1)))
  }
  dialog.append(picture, caption, ...controls)
  dialog.addEventListener('click', event => event.target === dialog && dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft') show(index - 1)
    if (event.key === 'ArrowRight') show(index + 1)
  })
  show(start)
  document.body.append(dialog)
  dialog.showModal()
}
