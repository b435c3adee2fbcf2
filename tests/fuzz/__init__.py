"""A fuzzer: invents stories, runs the program on them, and checks its promises with code of its own."""
