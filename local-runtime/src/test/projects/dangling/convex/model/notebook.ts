import { internal } from "../_generated/api";
import { ActionCtx } from "../_generated/server";

export const save = (ctx: ActionCtx, text: string) => ctx.runMutation(internal.notes.add, { text });

export class Notebook {
  private name = "";

  constructor(private readonly ctx: ActionCtx) {}

  title(name: string): void {
    this.name = name;
  }

  async write(text: string): Promise<void> {
    await this.ctx.runMutation(internal.notes.add, { text: `${this.name}${text}` });
  }
}

export function openNotebook(ctx: ActionCtx) {
  return {
    write: (text: string) => ctx.runMutation(internal.notes.add, { text }),
    close: () => undefined,
  };
}
