import { Pool } from "undici";
import type { Server } from "./server.ts";

/** How often somebody else asks while the work goes on. */
export const probeMs = 5;

/** Asks for /health and looks at memory, in MB, until it is stopped. */
export function watch(server: Server) {
  const pool = new Pool(server.url, { connections: 1 });
  let isOver = false;
  let longestMs = 0;
  let peak = 0;
  const running = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await (await pool.request({ method: "GET", path: "/health" })).body.dump();
      longestMs = Math.max(longestMs, performance.now() - asked);
      peak = Math.max(peak, server.memory().anonymous);
      await new Promise((resolve) => setTimeout(resolve, probeMs));
    }
    await pool.close();
  })();
  return {
    stop: async () => {
      isOver = true;
      await running;
      return { longestMs, peak };
    },
  };
}
