# One image for all of Nabla: migrations, server and workers differ by their command (docker-compose.yml).
FROM node:24-bookworm-slim

# python3 and pip are there for the NumPy wheel alone, where its CDN is closed
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates python3 python3-pip \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /nabla
ENV NEXT_TELEMETRY_DISABLED=1 \
    NABLA_DIST=.nabla/next \
    NABLA_CACHE=/nabla/.nabla

COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

# a folder inside the checkout that holds the NumPy wheel, for building without a way to it (docs/production.md)
ARG NABLA_NUMPY_WHEEL_DIR=
COPY . .
RUN node tools/image.ts && chown --recursive node .nabla

ENV NODE_ENV=production
USER node
EXPOSE 3000
CMD ["node", "--min-semi-space-size=32", "--max-semi-space-size=32", "--initial-old-space-size=256", "--no-memory-reducer", "server/main.ts"]
