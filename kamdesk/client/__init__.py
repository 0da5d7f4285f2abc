"""What a client is and means: records, measures, rules, checks."""
