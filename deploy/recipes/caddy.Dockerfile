# The handbook in a container, shown by Caddy, which sees to encryption itself:
#
#     docker build -f deploy/recipes/caddy.Dockerfile -t handbook . && docker run -p 80:80 -p 443:443 -e HOST=handbook.our.domain handbook
#
# Where `site.address` in docs/company/company.yml has a path, name it: --build-arg BELOW=/handbook. A clone without a profile of its own
# builds with --build-arg RELEASE= only.
FROM python:3.12-slim-bookworm AS built
WORKDIR /handbook
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
ARG RELEASE=--release
RUN python -m macros build $RELEASE

FROM caddy:2-alpine
ARG BELOW=
COPY --from=built /handbook/site /srv$BELOW
COPY --from=built /handbook/deploy/handbook.caddy /etc/caddy/handbook.caddy
COPY deploy/recipes/container.caddy /etc/caddy/Caddyfile
