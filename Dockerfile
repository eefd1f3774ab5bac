# A hub alone; built and run with Docker 20.10. The key has to be readable for user 1000 (node).
#   docker build -t earshot-hub .
#   docker run -p 8443:8443 -e EARSHOT_DATABASE=postgres://… -v /etc/earshot:/tls:ro earshot-hub --cert /tls/hub.pem --key /tls/hub.key
FROM node:24-slim AS built
WORKDIR /earshot
ENV ELECTRON_SKIP_BINARY_DOWNLOAD=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
WORKDIR /earshot
ENV NODE_ENV=production
COPY --from=built /earshot/package.json ./
COPY --from=built /earshot/node_modules ./node_modules
COPY --from=built /earshot/out/main ./out/main
COPY --from=built /earshot/resources ./resources
USER node
EXPOSE 8443
# Its certificate bears the name desks know, which is not this one. To be found at another port, publish it as that one (-p 9443:8443).
HEALTHCHECK --interval=10s --timeout=5s CMD ["node", "--no-warnings", "-e", "process.env.NODE_TLS_REJECT_UNAUTHORIZED='0';fetch('https://127.0.0.1:8443/healthz').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"]
# Told to end it answers what is in work first; give it its time: docker stop -t 15.
ENTRYPOINT ["node", "--no-warnings", "out/main/hub.js"]
