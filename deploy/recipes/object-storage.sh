#!/bin/sh
# Object storage behind a CDN, by the S3 protocol that Aliyun OSS, Tencent COS, Huawei OBS, MinIO and Amazon S3 speak (the `aws` program):
#
#     BUCKET=handbook ENDPOINT=https://s3.oss-cn-hangzhou.aliyuncs.com BELOW=handbook/ deploy/recipes/object-storage.sh
#
# BELOW is the path of `site.address`, blank for none. In the storage's console, have an address that ends in a slash answered with
# index.html of that folder ("subdirectory index" on OSS, "static website" elsewhere), and what is missing with 404.html and the
# status 404. The CDN must keep what the storage says it may keep, and send the policy that deploy/_headers holds.
set -eu
: "${BUCKET:?name the bucket}"
cd "$(dirname "$0")/../.."
python3 -m macros build --release
to="s3://$BUCKET/${BELOW:-}"
put() { aws ${ENDPOINT:+--endpoint-url "$ENDPOINT"} s3 sync site "$to" --no-progress "$@"; }
x='[0-9a-f]'
named="*assets/*.$x$x$x$x$x$x$x$x*.*"
# What is named by its content first, so that no page ever asks for what is not there yet; browsers keep it for good.
put --exclude '*' --include "$named" --cache-control 'public, max-age=31536000, immutable'
# Then the types that storage does not know, or sends without saying that they are UTF-8.
typed() { put --exclude '*' --include "*.$1" --exclude "$named" --cache-control no-cache --content-type "$2"; }
typed html 'text/html; charset=utf-8'
typed md 'text/markdown; charset=utf-8'
typed csv 'text/csv; charset=utf-8'
typed vcf 'text/vcard; charset=utf-8'
typed ics 'text/calendar; charset=utf-8'
typed eml 'message/rfc822'
typed js 'text/javascript; charset=utf-8'
typed txt 'text/plain; charset=utf-8'
typed xml 'application/xml; charset=utf-8'
typed yaml application/yaml
typed docx application/vnd.openxmlformats-officedocument.wordprocessingml.document
typed xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
typed epub application/epub+zip
# Then all others, and away with what is no longer there; what old pages that are still open ask for stays.
put --exclude "$named" --cache-control no-cache
put --exclude '*assets/*' --cache-control no-cache --delete
