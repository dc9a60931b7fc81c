"""`python -m sidamping.edges.cli`: the command without an installed script."""

from sidamping.edges.cli.main import main

main()
