# The two workloads, one target each: docker build --target service . and docker build --target worker .
# It keeps to what the classic builder and BuildKit both know.
ARG BASE_IMAGE=node:24-bookworm-slim

# The production packages of one workload. Each has a stage of its own, so that neither carries the other's.
FROM ${BASE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contract/package.json contract/
COPY core/package.json core/
COPY service/package.json service/
COPY worker/package.json worker/
# What is a tool of one workspace may be a part of another, and npm would then install it for both.
RUN npm pkg delete devDependencies optionalDependencies && npm pkg delete devDependencies --workspaces

FROM manifests AS service-packages
RUN npm ci --omit=dev --ignore-scripts --workspace @logomorph/service --include-workspace-root=false
RUN find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete

FROM manifests AS worker-packages
RUN npm ci --omit=dev --ignore-scripts --workspace @logomorph/worker --include-workspace-root=false
RUN find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete

# Logos may hold text; without a font it would silently be left out.
FROM ${BASE_IMAGE} AS fonts
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends fontconfig-config fonts-dejavu-core

# What both have in common. The user is given by number, for Kubernetes proves by it that it is not root.
FROM ${BASE_IMAGE} AS base
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY contract contract
COPY core core
USER 1000:1000

FROM base AS service
COPY --from=service-packages /app/node_modules node_modules
# What core needs in another version than others.
COPY --from=service-packages /app/core/node_modules core/node_modules
COPY service service
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "service/main.ts"]
ARG VERSION=0.1.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="LogoMorph API" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}" \
  org.opencontainers.image.source="${SOURCE}"

FROM base AS worker
# Files pass through a worker and are soon dead, which this keeps from piling up. Its process that renders has an
# environment of its own (worker/render-process/fork-child.ts), and only the place of the index of the fonts from here:
# the one place that may be written.
ENV MALLOC_ARENA_MAX=2 NODE_OPTIONS=--max-semi-space-size=1 XDG_CACHE_HOME=/tmp/cache
COPY --from=fonts /etc/fonts /etc/fonts
COPY --from=fonts /usr/share/fonts /usr/share/fonts
COPY --from=fonts /usr/share/fontconfig /usr/share/fontconfig
COPY --from=worker-packages /app/node_modules node_modules
COPY worker worker
EXPOSE 4001
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WORKER_PORT || 4001}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "worker/main.ts"]
ARG VERSION=0.1.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="LogoMorph worker" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}" \
  org.opencontainers.image.source="${SOURCE}"
