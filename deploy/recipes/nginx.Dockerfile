# The handbook in a container, shown by nginx:
#
#     docker build -f deploy/recipes/nginx.Dockerfile -t handbook . && docker run -p 8080:8080 handbook
#
# Where `site.address` in docs/company/company.yml has a path, name it: --build-arg BELOW=/handbook. Encryption is that of what stands
# before the container. A clone without a profile of its own builds with --build-arg RELEASE= only.
FROM python:3.12-slim-bookworm AS built
WORKDIR /handbook
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
ARG RELEASE=--release
RUN python -m macros build $RELEASE

FROM nginxinc/nginx-unprivileged:1.27-alpine
ARG BELOW=
COPY --from=built /handbook/site /usr/share/nginx/html$BELOW
COPY --from=built /handbook/deploy/nginx-http.conf /etc/nginx/conf.d/handbook.conf
COPY --from=built /handbook/deploy/nginx-server.conf /etc/nginx/handbook-server.conf
COPY deploy/recipes/nginx-container.conf /etc/nginx/conf.d/default.conf
