# One image for all of Nabla: migrations, server and workers differ by their command (docker-compose.yml).
FROM node:24-bookworm-slim AS build

# python3 and pip are there for the NumPy wheel alone, where its CDN is closed
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates python3 python3-pip \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /nabla
ENV NEXT_TELEMETRY_DISABLED=1 \
    NABLA_DIST=.nabla/next \
    NABLA_CACHE=/nabla/.nabla

COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund && npm cache clean --force

# a folder inside the checkout that holds the NumPy wheel, for building without a way to it (docs/production.md)
ARG NABLA_NUMPY_WHEEL_DIR=
COPY . .
# what only building and testing need stays behind: development packages, the Node and the PostgreSQL that `npm start`
# brings for machines without them, and Next's own cache. Everybody may read the rest, nobody but root write it.
RUN node tools/image.ts \
  && npm prune --omit=dev --no-audit --no-fund \
  && node tools/image.ts --seal \
  && chmod --recursive a+rX,go-w /nabla

FROM node:24-bookworm-slim

LABEL org.opencontainers.image.title="Nabla" \
      org.opencontainers.image.description="A classroom for maths and code: server, grading pool and migrations in one image" \
      org.opencontainers.image.licenses="MIT"

WORKDIR /nabla
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    NABLA_DIST=.nabla/next \
    NABLA_CACHE=/nabla/.nabla

COPY --from=build /nabla /nabla

USER node
EXPOSE 3000
# of the server; the pool has its own in docker-compose.yml
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "server/health.ts"]
CMD ["node", "--min-semi-space-size=32", "--max-semi-space-size=32", "--initial-old-space-size=256", "--no-memory-reducer", "server/main.ts"]
