// The browser's "back" (a button, a swipe, a key of the phone) closes what lies over a page before it leaves the page. While something is
// open, one entry more stands in the history, with the address of the page itself; the router never hears of it.

interface Layer {
  id: number
  close: () => void
}

type Entry = { layer?: number } | null

const layers: Layer[] = []
let lastId = 0
/** "Back" steps this module takes itself: nobody else is told of them. */
let ownSteps = 0
let isListening = false

const layerOf = (entry: unknown) => (entry as Entry)?.layer
const add = ({ id }: Layer) => window.history.pushState({ ...(window.history.state as object), layer: id }, '')

function stepBack() {
  ownSteps += 1
  window.history.back()
}

function onBack(event: PopStateEvent) {
  if (ownSteps > 0) {
    ownSteps -= 1
    return event.stopImmediatePropagation()
  }
  const top = layers.at(-1)
  const arrivedAt = layerOf(event.state)
  if (!top || arrivedAt === top.id) {
    // A page that was opened over a sheet is left, and the sheet is gone by now: its entry is passed over, too.
    if (arrivedAt !== undefined && !layers.some(({ id }) => id === arrivedAt)) stepBack()
    return
  }
  // The entry of the layer on top was left: that closes the layer, and the page beneath stays.
  event.stopImmediatePropagation()
  top.close()
  // What does not close now (something is being sent) stays over the page, and over its history.
  window.setTimeout(() => layers.includes(top) && add(top))
}

/**
 * To be called when something opens over the page. Nothing happens where there is no such history (the mini-program).
 * @returns to be called once it is closed, whoever closed it.
 */
export function backCloses(close: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  // Before the router's own listener: at the window, those that capture come first.
  if (!isListening) window.addEventListener('popstate', onBack, { capture: true })
  isListening = true
  const layer: Layer = { id: (lastId += 1), close }
  layers.push(layer)
  add(layer)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    // A page that is being opened in the same moment comes first: then the entry lies beneath it and is passed over later.
    window.setTimeout(() => layerOf(window.history.state) === layer.id && stepBack())
  }
}
