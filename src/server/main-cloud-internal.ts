import { tick } from '#server/clock'
import { openCloudProduct } from '#server/cloud-product'
import type { Product } from '#server/product'
import { isFromTrigger, readFunctionContext } from '#server/wechat/function-context'

let product: Product | undefined

/**
 * The cloud function `internal`: a timer calls it every minute. Clients may not: its permissions say so, and it looks for itself,
 * because a client can send any event it likes but has an openid and no trigger as its source.
 */
export async function main(): Promise<{ isDone: boolean }> {
  const context = readFunctionContext(process.env)
  if (!isFromTrigger(context)) return { isDone: false }
  product ??= openCloudProduct(process.env)
  await tick(product, product.now())
  return { isDone: true }
}
