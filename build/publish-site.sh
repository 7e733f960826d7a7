# Publishes the site (reporting point, field app, desk) and the command line to artifacts/, when a source is newer.
# Sourced, not run; from the repository's root.

# Publishing checks thousands of files; asking which source is newer takes a moment.
is_current() { # <stamp> <source>...
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ -z "$(find "$@" \
    \( -name bin -o -name obj -o -path '*/wwwroot/js' -o -path '*/wwwroot/css' \) -prune -o -newer "$stamp" -print -quit)" ]
}

publish() { # <project> <folder>
  echo "Publishing $(basename "$1")."
  dotnet publish "$1" -c Release -o "$2" -v quiet -nologo
}

publish_site() {
  local stamp=artifacts/published.stamp started
  if is_current "$stamp" src build Directory.Build.props Directory.Packages.props global.json package.json package-lock.json; then
    return
  fi

  started=$(mktemp)
  rm -rf artifacts/site artifacts/cli "$stamp"
  publish src/FieldKit.ReportingPoint artifacts/site && publish src/FieldKit.Cli artifacts/cli || return 1
  # As old as the start, so that a change made while publishing is seen the next time.
  mv "$started" "$stamp"
}
