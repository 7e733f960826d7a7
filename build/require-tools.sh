# What the commands need, checked with one clear line each. Sourced, not run.

require_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --version 2>/dev/null | grep -q '^10\.'; then
    echo "FieldKit needs the .NET SDK 10: install it and try again." >&2
    exit 1
  fi
}

require_node() {
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ -z "$major" ] || [ "$major" -lt 20 ]; then
    echo "FieldKit needs Node.js 20 or newer (with npm): install it and try again." >&2
    exit 1
  fi
}

# Prints the path of an installed Chromium, or nothing.
find_chromium() {
  command -v "${FIELDKIT_CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome || true
}

require_chromium() {
  if [ -z "$(find_chromium)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  fi
  FIELDKIT_CHROMIUM=$(find_chromium)
  if [ -z "$FIELDKIT_CHROMIUM" ]; then
    echo "The browser tests need Chromium: install it (Debian: apt-get install chromium), or set FIELDKIT_CHROMIUM to its path." >&2
    exit 1
  fi
  export FIELDKIT_CHROMIUM
}

# Firefox ESR, for the story that is told in a second browser.
require_firefox() {
  local found
  found=$(command -v "${FIELDKIT_FIREFOX:-firefox-esr}" || command -v firefox || true)
  if [ -z "$found" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Firefox ESR for the browser tests."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq firefox-esr >/dev/null
    found=$(command -v firefox-esr || true)
  fi
  if [ -z "$found" ]; then
    echo "The browser tests need Firefox: install it (Debian: apt-get install firefox-esr), or set FIELDKIT_FIREFOX to its path." >&2
    exit 1
  fi
  export FIELDKIT_FIREFOX=$found
}

# Finds a PostgreSQL server (not only the client) for the tests that run on both databases.
require_postgresql() {
  if ! ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 && ! command -v postgres >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installing PostgreSQL for the storage tests."
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
    else
      echo "The storage tests need PostgreSQL: install it (Debian: apt-get install postgresql)." >&2
      exit 1
    fi
  fi
}
