/**
 * The outside services the shop talks to.
 *
 * Shows: "Splitting up action code via helpers". Helpers are plain functions: actions call them directly, which
 * costs nothing, where `ctx.runAction` would start another function.
 */

/** Posts JSON and reads JSON; fails with the service's own status. */
export async function postJson<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${new URL(url).host} answered ${response.status} ${await response.text()}`);
  }
  return await response.json();
}

export type Charge = { id: string; amountCents: number };

/** Takes the money. The key makes a repeated request harmless: the service charges once for each key. */
export async function charge(amountCents: number, card: string, idempotencyKey: string): Promise<Charge> {
  const answer = await postJson<{ id: string }>(
    `https://api.paybox.example/v1/cards/${card}/charges`,
    { amount: amountCents, currency: "eur" },
    { "idempotency-key": idempotencyKey },
  );
  return { id: answer.id, amountCents };
}

/** Gives the money back. */
export async function refund(chargeId: string): Promise<void> {
  await postJson("https://api.paybox.example/v1/refunds", { charge: chargeId });
}

/** How risky a buyer is, from 0 to 1. */
export async function fraudScore(email: string): Promise<number> {
  const response = await fetch(`https://risk.example/v2/score?email=${encodeURIComponent(email)}`);
  const answer: { score: number } = await response.json();
  return answer.score;
}

/** Hands a message to the mail service. */
export async function sendMail(to: string, subject: string, text: string): Promise<string> {
  const answer = await postJson<{ messageId: string }>("https://api.mailroom.example/v1/send", { to, subject, text });
  return answer.messageId;
}

/** What a parcel to that country costs. */
export async function shippingCents(country: string, pieces: number): Promise<number> {
  const response = await fetch(`https://rates.parcels.example/v1/${country}?pieces=${pieces}`);
  const answer: { cents: number } = await response.json();
  return answer.cents;
}

/** Tells the statistics service about an event. */
export async function track(event: string, properties: Record<string, unknown>): Promise<void> {
  await postJson("https://stats.example/collect", { event, properties });
}
