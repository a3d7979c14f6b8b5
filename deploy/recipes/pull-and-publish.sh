#!/bin/sh
# A web server that fetches the handbook itself: for Gitee, or any Git host without runners. Clone the repository on the server, and call
# this every few minutes by cron or from a webhook:
#
#     */10 * * * *  /srv/handbook/source/deploy/recipes/pull-and-publish.sh /srv/handbook/site
#
# Where the server's own configuration includes a file of `deploy/`, let it read that again: … pull-and-publish.sh … && nginx -s reload
#
# What does not pass the check, or is still the sample company's, is not published; the site then stays as it was.
set -eu
place=${1:?name the folder that the web server shows}
place=${place%/}
case $place in /*) ;; *) place=$PWD/$place ;; esac
# A run that was stopped between the two moves below: the site that was shown comes back at once.
if [ ! -e "$place" ] && [ -e "$place.old" ]; then mv "$place.old" "$place"; fi
cd "$(dirname "$0")/../.."
git pull --quiet --ff-only
commit=$(git rev-parse HEAD)
if [ -e "$place" ] && [ "$commit" = "$(cat "$place.commit" 2>/dev/null)" ]; then exit 0; fi
python3 -m macros check
python3 -m macros build --release
rm -rf "$place.new" "$place.old"
cp -R site "$place.new"
if [ -e "$place" ]; then mv "$place" "$place.old"; fi
mv "$place.new" "$place"
echo "$commit" > "$place.commit"
rm -rf "$place.old"
