# The two that matter: make run, make test.

# One set of flags for everything, so that the OpenGL code is compiled once.
export GOFLAGS := -tags=migrated_fynedo
# Fyne complains about a language of C. No such locale needs to be installed.
export LANG := en_US.UTF-8
unexport LC_ALL

# The root package opens a real window and needs OpenGL; the others do not,
# so that compiling them with the race detector stays affordable.
others = $(shell go list ./... | grep -v '^muster$$')
race = $(if $(CI),-race)
# Tests that draw or lay out whole windows: skipDrawing leaves them to a run
# without the race detector, under which they take ten times as long.
drawn = Screenshots|Pictures|FitsItsWindow|LanguageFits|HasALabel|SaidInTheLanguage

.PHONY: run build test lint bench backtest screenshots window-packages test-packages

run: build
	./build/muster

build: window-packages build/muster

# Only when a file has changed: go build would touch the program all the same,
# and the tests that look at it would run anew.
build/muster: $(shell find . -type f -not -path './.git/*' -not -path './build/*' -not -name '*_test.go')
	@[ -x $@ ] || echo 'Building. The first time takes a few minutes: OpenGL has to be compiled.'
	go build -o $@ .

test: test-packages build
	go vet ./...
	go test $(race) -timeout 30m $(others)
	$(if $(race),go test -run '$(drawn)' ./app/window)
	MUSTER_TEAMS=1000 go test -run '^TestConvergence$$' -timeout 30m ./persistence
	go test .

lint: window-packages
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "gofmt is not content with:"; echo "$$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go test -run '^TestHouse' .
	@if out=$$(go tool govulncheck ./... 2>&1); then echo "$$out" | tail -n 3; \
	elif echo "$$out" | grep -q 'vuln.go.dev.*\(dial\|lookup\|proxy\|Forbidden\|40[0-9]\|50[0-9]\)\|fetching vulnerabilities'; then \
		echo "govulncheck: the list of vulnerabilities is out of reach, so nothing was checked against it."; \
	else echo "$$out"; exit 1; fi

bench: test-packages build
	go test -run '^$$' -bench . -timeout 30m ./campaign/... ./persistence/... ./app/report ./app/window
	go test -run '^$$' -bench . -benchtime 1x -timeout 30m .

# SERIES names folders of series to try the forecast on; FIT=1 fits it anew.
SERIES ?= campaign/forecast/backtest/testdata/series assets/examples
backtest:
	@go run ./campaign/forecast/backtest/run $(if $(FIT),-fit) $(SERIES)

screenshots: test-packages build
	MUSTER_PICTURES=$(CURDIR)/docs/pictures go test -count=1 -run '^TestPictures$$' -v .
	mkdir -p build/screenshots
	MUSTER_SCREENSHOTS=$(CURDIR)/build/screenshots go test -count=1 -run Screenshots ./app/window

window-packages:
	@.ci/packages window

test-packages:
	@.ci/packages test
