FROM node:26-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
# The image has its own Node; the pinned one from the registry is for other machines.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
COPY package.json ./
COPY core ./core
COPY db ./db
COPY api ./api
COPY bots ./bots
COPY openapi ./openapi
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# Without curl, which the image does not have.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "api/start.js"]
