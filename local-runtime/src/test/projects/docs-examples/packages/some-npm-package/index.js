// Needs Node.js: it reads a module that only Node.js has.
import { type } from "node:os";

export default { platform: () => (type().length > 0 ? "node" : "unknown") };
