"""Where the house meets the world: web, API, worker, command line."""
