"""A demonstration site of invented stories: what one story hides, a hundred show."""
