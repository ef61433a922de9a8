"""What users type: one class per task; arguments in, sentence out."""
