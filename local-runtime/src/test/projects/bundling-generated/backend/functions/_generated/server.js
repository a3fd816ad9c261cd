import { queryGeneric } from "convex/server";
export const query = (definition) => queryGeneric({ ...definition, wasWrittenToDisk: true });
