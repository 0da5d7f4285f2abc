"""The chapters a document is made of, one file each."""
