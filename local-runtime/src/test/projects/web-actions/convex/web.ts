import { actionGeneric as action, queryGeneric as query } from "convex/server";
import { AsyncLocalStorage } from "node:async_hooks";

const who = new AsyncLocalStorage<string>();

export const readsJson = action(async (_ctx, { server }: { server: string }) => {
  const response = await fetch(`${server}/echo?q=1`, { headers: { "x-own": "v" } });
  const { uri, headers } = await response.json();
  return [response.status, uri, headers["x-own"]];
});

export const followsRedirect = action(async (_ctx, { server }: { server: string }) => {
  const response = await fetch(`${server}/redirect/302/${encodeURIComponent("/text")}`);
  return await response.text();
});

export const streams = action(async (_ctx, { server }: { server: string }) => {
  const response = await fetch(`${server}/text`);
  let text = "";
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) text += piece;
  return text;
});

export const givesUpInTime = action(async (_ctx, { server }: { server: string }) => {
  const signal = AbortSignal.timeout(60_000);
  return (await fetch(`${server}/text`, { signal })).status;
});

export const leavesBodyUnread = action(async (_ctx, { server }: { server: string }) => {
  return (await fetch(`${server}/text`)).status;
});

export const refuses = action(async () => {
  try {
    return String(new URL("https://h.test").host = "x");
  } catch {
    return "caught";
  }
});

export const stores = action(async (ctx) => {
  const id = await ctx.storage.store(new Blob(["content"], { type: "text/x" }));
  const blob = await ctx.storage.get(id);
  return [id, await blob!.text(), blob!.type];
});

export const remembers = action(async () => {
  const ask = async () => {
    await null;
    return who.getStore();
  };
  return await Promise.all([who.run("a", ask), who.run("b", ask)]);
});

export const signs = action(async () => {
  const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  const data = new TextEncoder().encode("data");
  return await crypto.subtle.verify("HMAC", key, await crypto.subtle.sign("HMAC", key, data), data);
});

export const fetchesInQuery = query(async () => {
  try {
    return (await fetch("https://h.test")).status;
  } catch (error) {
    return String(error);
  }
});

export const digestsInQuery = query(async () => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("abc"));
  return new Uint8Array(digest)[0];
});

export const keepsThroughWaits = action(async (_ctx, { server }: { server: string }) => {
  return await who.run("a", async () => {
    const seen: unknown[] = [];
    await fetch(`${server}/text`).then((response) => response.text());
    seen.push(who.getStore());
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push(who.getStore());
    await new Promise<void>((resolve) => setTimeout(() => resolve(void seen.push(who.getStore())), 1));
    return seen;
  });
});
