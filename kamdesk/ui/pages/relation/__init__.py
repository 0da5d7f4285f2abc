"""The Weigh-in place, the whole client and the relationship plan."""
