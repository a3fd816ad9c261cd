import { httpActionGeneric as httpAction, httpRouter } from "convex/server";

const http = httpRouter();

http.route({
  path: "/echo",
  method: "POST",
  handler: httpAction(async (_ctx, request) => {
    const form = await request.formData();
    return Response.json({ url: request.url, name: form.get("name") }, { status: 201 });
  }),
});

http.route({
  path: "/stream",
  method: "GET",
  handler: httpAction(async () => {
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    const send = async () => {
      for (const word of ["one ", "two"]) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        await writer.write(new TextEncoder().encode(word));
      }
      await writer.close();
    };
    void send();
    return new Response(readable);
  }),
});

export default http;
