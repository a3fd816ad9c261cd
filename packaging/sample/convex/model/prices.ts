/** The shop's price list, in cents. A real shop would keep it in a table. */
const PRICES: Record<string, number> = {
  "coffee-beans": 1450,
  "tea-green": 890,
  mug: 1200,
  kettle: 4900,
};

export type OrderLine = { sku: string; quantity: number };

/** The price of one piece. */
export function priceOf(sku: string): number {
  const price = PRICES[sku];
  if (price === undefined) {
    throw new Error(`There is no product "${sku}". We sell: ${Object.keys(PRICES).join(", ")}.`);
  }
  return price;
}

/** The price of a whole order; every tenth order of a customer is 10 % cheaper. */
export function totalOf(lines: OrderLine[], earlierOrders: number): number {
  const sum = lines.reduce((total, line) => total + priceOf(line.sku) * line.quantity, 0);
  return (earlierOrders + 1) % 10 === 0 ? Math.round(sum * 0.9) : sum;
}
