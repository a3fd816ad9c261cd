import { cronJobs } from "convex/server";
import { internal } from "./_generated/api";

const crons = cronJobs();
crons.interval("greet", { hours: 1 }, internal.messages.add, { body: "hi" });

export default crons;
