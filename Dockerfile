# A shared simulator: docker build -t jama-sim . && docker run --rm -p 8080:8080 -e JAMA_SIM_ADMIN_TOKEN=... jama-sim
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/bin bin
COPY --from=build /build/console/index.html console/index.html
COPY --from=build /build/dist dist
COPY --from=build /build/fixtures fixtures
COPY --from=build /build/schemas schemas
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/__admin/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/jama-sim.js"]
CMD ["start", "--host", "0.0.0.0", "--port", "8080"]
