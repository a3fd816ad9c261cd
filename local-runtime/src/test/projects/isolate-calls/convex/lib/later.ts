export function later(): string {
  return "loaded later";
}
