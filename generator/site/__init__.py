"""What the pages show, decided before any markup: order, grouping, labels and numbers. Pure; imports no Pelican."""
