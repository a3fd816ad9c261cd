import { cronJobs } from "convex/server";
import { internal } from "./_generated/api";

const crons = cronJobs();

crons.interval("send what failed", { minutes: 30 }, internal.emails.retryFailed, {});

export default crons;
