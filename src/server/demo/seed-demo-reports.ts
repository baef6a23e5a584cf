import type { Product } from '#server/product'

export async function seedDemoReports(_product: Product, _now: Date, _say: (line: string) => void): Promise<void> {}
